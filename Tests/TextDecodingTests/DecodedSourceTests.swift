import Bytes
import TestSupport
import Testing
import TextDecoding

struct DecodedSourceTests {
  static let texts: [Case<(String?, [UInt8]), String>] = [
    Case(
      "windows-1252 with its own signs",
      ("cp1252", [0x75, 0x64, 0x68, 0xeb, 0x2c, 0x93, 0x80, 0x35, 0x94, 0x96, 0x92, 0x0d, 0x0a]),
      "udhë,“€5”–’\r\n"),
    Case("windows-1256", ("windows-1256", [0xe3, 0xcd, 0xe3, 0xcf]), "محمد"),
    Case("windows-1251", ("windows-1251", [0xcf, 0xf0, 0xe8]), "При"),
    Case("windows-1254", ("windows-1254", [0xfe, 0xfd, 0xf0]), "şığ"),
    Case("windows-1258, the accent by itself", ("1258", [0x61, 0xcc, 0x62]), "a\u{300}b"),
    Case("ISO-8859-9", ("latin5", [0xfd]), "ı"),
    Case("ISO-8859-15", ("latin9", [0xa4]), "€"),
    Case("KOI8-R", ("koi8-r", [0xf0, 0xd2]), "Пр"),
    Case("UTF-16 with a mark", ("utf-16", [0xff, 0xfe, 0x61, 0, 0x0a, 0]), "a\n"),
    Case("UTF-16 with a pair", (nil, [0xfe, 0xff, 0xd8, 0x3d, 0xde, 0x00]), "😀"),
    Case("UTF-16 with a tag character", (nil, [0xfe, 0xff, 0xdb, 0x40, 0xdc, 0x41]), "\u{e0041}"),
    Case("UTF-16 of the mark alone", (nil, [0xff, 0xfe]), ""),
    Case("UTF-32 with a mark", (nil, [0, 0, 0xfe, 0xff, 0, 1, 0xf6, 0]), "😀"),
    Case("UTF-8 without its mark", (nil, [0xef, 0xbb, 0xbf, 0x61]), "a"),
    Case("nothing, whatever is declared", ("UTF-16", []), ""),
  ]

  @Test(arguments: texts)
  func `text becomes UTF-8`(_ example: Case<(String?, [UInt8]), String>) throws {
    let (text, source) = try decode(example.input.1, example.input.0)
    #expect(Array(example.expected.utf8) == text)
    #expect(source.faultCount == 0)
    #expect(source.suggestion == nil)
  }

  @Test
  func `UTF-8 passes as it stands, sound or not`() throws {
    let bytes: [UInt8] = [0x61, 0xeb, 0x0a, 0, 0xc3, 0xab, 0xff, 0x0a]
    for name in [nil, "UTF-8"] {
      let (text, source) = try decode(bytes, name)
      #expect(text == bytes)
      #expect(source.encoding == .utf8)
      #expect(source.suggestion?.hasPrefix("windows-1252 would read it as 'ë'") == true)
      #expect(source.faults.isEmpty)
    }
  }

  @Test
  func `after the first block UTF-8 goes from the source into the caller's buffer`() throws {
    struct Probe: ByteSource {
      var calls = 0
      mutating func read(into buffer: inout [UInt8], upTo limit: Int) -> Int {
        calls += 1
        let count = calls < 5 ? limit : 0
        buffer.append(contentsOf: repeatElement(UInt8(0x60 + calls), count: count))
        return count
      }
    }
    let source = try DecodedSource(Probe())
    var buffer: [UInt8] = []
    #expect(try source.read(into: &buffer, upTo: 1 << 20) == 1 << 16)
    #expect(try source.read(into: &buffer, upTo: 12345) == 12345)
    #expect(buffer.count == 1 << 16 + 12345)
    #expect(buffer.last == 0x62)
  }

  struct Faulty: Sendable {
    var encoding: String?
    var bytes: [UInt8]
    /// `?` stands for the byte 0xFF.
    var text: String
    var faults: [String]
  }

  static let faulty: [Case<Faulty, Int>] = [
    Case(
      "a byte that windows-1252 lacks",
      Faulty(
        encoding: "cp1252", bytes: Array("a\r\nsample".utf8) + [0x81] + Array("_a\n".utf8),
        text: "a\r\nsample?_a\n", faults: ["byte 0x81 at offset 9 is not in windows-1252"]),
      2),
    Case(
      "a control character of ISO-8859-1",
      Faulty(
        encoding: "latin1", bytes: [0x93, 0x4b, 0xeb], text: "?Kë",
        faults: [
          """
          byte 0x93 at offset 0 is a control character in ISO-8859-1; windows-1252 reads it as '“'
          """
        ]),
      1),
    Case(
      "a byte on which readers of macintosh differ",
      Faulty(
        encoding: "macintosh", bytes: [0x8e, 0x0d, 0xc6, 0x8e], text: "é\r?é",
        faults: ["byte 0xc6 at offset 2 stands for different characters in readers of macintosh"]),
      2),
    Case(
      "an accent after a byte that is none",
      Faulty(
        encoding: "windows-1258", bytes: [0x61, 0x92, 0x61, 0x8a, 0xcc],
        text: "a’a?\u{300}", faults: ["byte 0x8a at offset 3 is not in windows-1258"]),
      1),
    Case(
      "lone surrogates, high, low and last",
      Faulty(
        encoding: nil,
        bytes: [
          0xfe, 0xff, 0xd8, 0, 0, 0x61, 0xdc, 0, 0, 0x0a, 0xd8, 0, 0xd8, 0x3d, 0xde, 0, 0xd8, 0,
        ],
        text: "?a?\n?😀?",
        faults: [
          "bytes 0xd8 0x00 at offset 2 are half of a character or none in UTF-16BE",
          "bytes 0xdc 0x00 at offset 6 are half of a character or none in UTF-16BE",
          "bytes 0xd8 0x00 at offset 10 are half of a character or none in UTF-16BE",
          "bytes 0xd8 0x00 at offset 16 are half of a character or none in UTF-16BE",
        ]),
      2),
    Case(
      "an odd byte at the end",
      Faulty(
        encoding: "utf-16le", bytes: [0xff, 0xfe, 0x61, 0, 0x0a, 0, 0x62], text: "a\n?",
        faults: ["bytes 0x62 at offset 6 are half of a character or none in UTF-16LE"]),
      2),
    Case(
      "beyond the last character of UTF-32",
      Faulty(
        encoding: nil, bytes: [0, 0, 0xfe, 0xff, 0, 0x11, 0, 0, 0, 0, 0, 0x61], text: "?a",
        faults: [
          "bytes 0x00 0x11 0x00 0x00 at offset 4 are half of a character or none in UTF-32BE"
        ]),
      1),
    Case(
      "beyond ASCII",
      Faulty(
        encoding: "us-ascii", bytes: [0x0d, 0x0a, 0x0a, 0x0d, 0xeb], text: "\r\n\n\r?",
        faults: ["byte 0xeb at offset 4 is not in US-ASCII"]),
      4),
  ]

  @Test(arguments: faulty)
  func `what is no character becomes a byte that is not UTF-8, and is told`(
    _ example: Case<Faulty, Int>
  ) throws {
    let input = example.input
    for sizes in [[1], [2, 3], [1 << 16]] {
      let piecewise = PiecewiseSource(bytes: input.bytes[...], sizes: sizes)
      let (text, source) = try decode([], input.encoding, sizes: sizes, source: piecewise)
      let shown = text.flatMap { $0 == 0xff ? [UInt8(ascii: "?")] : [$0] }
      #expect(String(decoding: shown, as: UTF8.self).utf8.elementsEqual(input.text.utf8))
      #expect(text.count { $0 == 0xff } == input.faults.count)
      #expect(source.faults.map(\.words) == input.faults)
      #expect(source.faults.last?.line == example.expected)
    }
  }

  @Test
  func `all faults are counted and the first hundred kept`() throws {
    let bytes = Array(repeating: [0x81, 0x0a] as [UInt8], count: 70_000).flatMap(\.self)
    let (text, source) = try decode(bytes, "cp1252")
    #expect(text == bytes.map { $0 == 0x81 ? 0xff : $0 })
    #expect(source.faultCount == 70_000)
    #expect(source.faults.count == 100)
    #expect(source.faults.last?.line == 100)
    #expect(source.faults.last?.offset == 198)
  }

  @Test
  func `a fault far into the text has its place`() throws {
    let line = Array("a sample line, of which there are many\r\n".utf8)
    let bytes = Array(repeating: line, count: 20_000).flatMap(\.self) + [0x90]
    let (_, source) = try decode(bytes, "cp1252", sizes: [1000])
    #expect(source.faults.map(\.offset) == [bytes.count - 1])
    #expect(source.faults.map(\.line) == [20_001])
  }

  static let encodings = [
    "windows-1252", "windows-1258", "windows-1255", "ISO-8859-1", "macintosh", "UTF-16LE",
    "UTF-16BE", "UTF-32LE", "GB18030", "windows-949", "UTF-8",
  ]

  @Test(arguments: encodings)
  func `the text is the same however it is cut`(_ name: String) throws {
    var random = SeededGenerator(seed: 11)
    for round in 0..<11 {
      // Mostly characters, and some bytes that may be none.
      var bytes: [UInt8] = []
      let count = round < 10 ? Int.random(in: 0..<300, using: &random) : 70_000
      while bytes.count < count {
        switch name {
        case "UTF-16LE", "UTF-16BE", "UTF-32LE":
          let text = ["a", "ë", "ế", "\r\n", "😀", "م"].randomElement(using: &random) ?? ""
          bytes +=
            name == "UTF-32LE"
            ? text.utf32Bytes() : text.utf16Bytes(littleEndian: name == "UTF-16LE")
          if Int.random(in: 0..<40, using: &random) == 0 {
            bytes += (0..<2).map { _ in UInt8.random(in: 0xd7...0xe0, using: &random) }
          }
        default: bytes.append(UInt8.random(in: 0...255, using: &random))
        }
      }
      if name.hasPrefix("UTF-16") {
        bytes = "ab\n".utf16Bytes(littleEndian: name == "UTF-16LE") + bytes
      }
      if name == "UTF-32LE" { bytes = "ab\n".utf32Bytes() + bytes }
      let isOneByte = name.hasPrefix("windows-125") || name == "ISO-8859-1" || name == "macintosh"
      if isOneByte { bytes.removeAll { $0 == 0 } }
      let whole = try decode(bytes, name)
      let sizes = (0..<7).map { _ in Int.random(in: 1...(count > 1000 ? 9000 : 5), using: &random) }
      let pieces = try decode(
        [], name, sizes: sizes, source: PiecewiseSource(bytes: bytes[...], sizes: sizes))
      #expect(pieces.text == whole.text)
      #expect(pieces.source.faults == whole.source.faults)
      #expect(pieces.source.faultCount == whole.source.faultCount)
      if name != "UTF-8" { #expect(whole.text.count { $0 == 0xff } == whole.source.faultCount) }
      for part in whole.text.split(separator: 0xff) where name != "UTF-8" {
        #expect(Array(part).span.firstInvalidUTF8 == nil)
      }
    }
  }
}
