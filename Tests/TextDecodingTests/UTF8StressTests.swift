import Bytes
import Foundation
import TestSupport
import Testing

/// Which bytes are UTF-8, as the readers judge it row by row.
struct UTF8StressTests {
  static let sequences: [Case<[UInt8], Int?>] = [
    Case("the first of two bytes", [0xc2, 0x80], nil),
    Case("the last of two", [0xdf, 0xbf], nil),
    Case("the first of three", [0xe0, 0xa0, 0x80], nil),
    Case("before the surrogates", [0xed, 0x9f, 0xbf], nil),
    Case("after the surrogates", [0xee, 0x80, 0x80], nil),
    Case("a noncharacter", [0xef, 0xbf, 0xbf], nil),
    Case("the first of four", [0xf0, 0x90, 0x80, 0x80], nil),
    Case("the last character", [0xf4, 0x8f, 0xbf, 0xbf], nil),
    Case("beyond the last character", [0x61, 0xf4, 0x90, 0x80, 0x80], 1),
    Case("a byte for five", [0xf8, 0x88, 0x80, 0x80, 0x80], 0),
    Case("overlong slash in two", [0x61, 0xc0, 0xaf], 1),
    Case("overlong slash in three", [0xe0, 0x80, 0xaf], 0),
    Case("overlong slash in four", [0xf0, 0x80, 0x80, 0xaf], 0),
    Case("overlong NUL", [0xc0, 0x80], 0),
    Case("a surrogate", [0x61, 0x62, 0xed, 0xa0, 0x80], 2),
    Case("a pair of surrogates", [0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80], 0),
    Case("a second byte alone", [0x80], 0),
    Case("a first byte alone", [0x61, 0xe1, 0xba], 1),
    Case("0xFE and 0xFF", [0xfe, 0xff], 0),
  ]

  @Test(arguments: sequences)
  func `bytes are UTF-8 or the first that is not is found`(_ example: Case<[UInt8], Int?>) {
    #expect(example.input.span.firstInvalidUTF8 == example.expected)
    // Beyond the length at which bytes are looked at several at a time.
    let padded = Array(repeating: 0x61, count: 50) + example.input + [0x61]
    #expect(padded.span.firstInvalidUTF8 == example.expected.map { $0 + 50 })
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/fixtures/utf8/utf8tests")
  private static let isAtHand = FileManager.default.fileExists(atPath: folder.path)

  /// A line of the stress file: `number:valid hex:C2 A9`, `number:invalid hex:C0 AF:…`.
  private struct Line {
    var number: Substring
    var isValid: Bool
    var bytes: [UInt8]

    init?(_ text: Substring) {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count >= 3, parts[1].hasSuffix("valid hex") else { return nil }
      let digits = parts[2].filter { $0 != " " }
      var bytes: [UInt8] = []
      var i = digits.startIndex
      while let next = digits.index(i, offsetBy: 2, limitedBy: digits.endIndex), next > i {
        guard let byte = UInt8(digits[i..<next], radix: 16) else { return nil }
        bytes.append(byte)
        i = next
      }
      number = parts[0]
      isValid = !parts[1].hasSuffix("invalid hex")
      self.bytes = bytes
    }
  }

  @Test(.enabled(if: isAtHand, "the stress file is not at hand"))
  func `the lines of the stress file are judged as by its authors`() throws {
    let data = try Data(contentsOf: Self.folder.appending(path: "utf8tests.txt"))
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.compactMap(Line.init)
    #expect(lines.count > 150)
    #expect(lines.contains { $0.isValid } && lines.contains { !$0.isValid })
    for line in lines {
      #expect((line.bytes.span.firstInvalidUTF8 == nil) == line.isValid, "\(line.number)")
    }
  }
}
