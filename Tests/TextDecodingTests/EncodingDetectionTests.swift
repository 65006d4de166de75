import Bytes
import TestSupport
import Testing
import TextDecoding

struct EncodingDetectionTests {
  struct Found: Equatable {
    var name: String?
    var evidence: EncodingDetection.Evidence
    var mark = 0
  }

  static let arabic = "قناة,منصة,تاريخ\r\nقناة_تجريبية,Telegram,2024-03-01\r\n"
  static let latin = "handle\tplatform\r\nsample_a\tTikTok\r\n"
  static let marked: [UInt8] = [0xff, 0xfe]

  static let samples: [Case<[UInt8], Found>] = [
    Case("nothing", [], Found(name: "UTF-8", evidence: .ascii)),
    Case("ASCII", Array(latin.utf8), Found(name: "UTF-8", evidence: .ascii)),
    Case(
      "UTF-8", Array("udhëtim é".utf8),
      Found(name: "UTF-8", evidence: .validUTF8(beyondASCII: 2))),
    Case(
      "UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x61],
      Found(name: "UTF-8", evidence: .byteOrderMark, mark: 3)),
    Case(
      "UTF-16LE with a mark", marked + arabic.utf16Bytes(),
      Found(name: "UTF-16LE", evidence: .byteOrderMark, mark: 2)),
    Case(
      "UTF-16BE with a mark", [0xfe, 0xff] + latin.utf16Bytes(littleEndian: false),
      Found(name: "UTF-16BE", evidence: .byteOrderMark, mark: 2)),
    Case(
      "UTF-32LE with a mark", marked + [0, 0] + arabic.utf32Bytes(),
      Found(name: "UTF-32LE", evidence: .byteOrderMark, mark: 4)),
    Case(
      "UTF-32BE with a mark", [0, 0, 0xfe, 0xff] + latin.utf32Bytes(littleEndian: false),
      Found(name: "UTF-32BE", evidence: .byteOrderMark, mark: 4)),
    Case(
      "UTF-16LE with a mark and then a NUL", marked + "\0ab,c\n".utf16Bytes(),
      Found(name: "UTF-16LE", evidence: .byteOrderMark, mark: 2)),
    Case(
      "UTF-16LE without a mark", latin.utf16Bytes(),
      Found(name: "UTF-16LE", evidence: .nulPattern)),
    Case(
      "UTF-16BE without a mark", latin.utf16Bytes(littleEndian: false),
      Found(name: "UTF-16BE", evidence: .nulPattern)),
    Case(
      "Arabic in UTF-16LE without a mark", arabic.utf16Bytes(),
      Found(name: "UTF-16LE", evidence: .nulPattern)),
    Case(
      "Arabic in UTF-16BE without a mark", arabic.utf16Bytes(littleEndian: false),
      Found(name: "UTF-16BE", evidence: .nulPattern)),
    Case(
      "UTF-32LE without a mark", latin.utf32Bytes(),
      Found(name: "UTF-32LE", evidence: .nulPattern)),
    Case(
      "NULs strewn in", Array("handle,platform\nsample\0_a,TikTok\nsample_b\0,X\n\0\0\0\0\n".utf8),
      Found(name: "UTF-8", evidence: .ascii)),
    Case(
      "a NUL in every field", Array("a\0,b\0\nc\0,d\0\ne\0,f\0\n".utf8),
      Found(name: "UTF-8", evidence: .ascii)),
    Case(
      "fields padded with NULs", Array("ab\0\0\0\0,cd\0\0\0\0\nef\0\0\0\0,gh\0\0\0\0\n".utf8),
      Found(name: "UTF-8", evidence: .ascii)),
    Case(
      "NULs alone", Array(repeating: 0, count: 64), Found(name: "UTF-8", evidence: .ascii)),
    Case(
      "windows-1252", [0x61, 0xeb, 0x62], Found(name: nil, evidence: .notUTF8(offset: 1))),
  ]

  @Test(arguments: samples)
  func `the first bytes tell the encoding`(_ example: Case<[UInt8], Found>) {
    let detection = EncodingDetection(example.input.span, isWhole: true)
    let found = Found(
      name: detection.found?.name, evidence: detection.evidence,
      mark: detection.byteOrderMarkLength)
    #expect(found == example.expected)
  }

  @Test
  func `a character cut by the end of the sample is no fault, one cut by the end of the file is`() {
    let text = Array("abế".utf8)
    for length in 3..<text.count {
      let sample = text.span.extracting(0..<length)
      #expect(EncodingDetection(sample, isWhole: false).evidence == .ascii)
      #expect(EncodingDetection(sample, isWhole: true).evidence == .notUTF8(offset: 2))
    }
  }

  static let refusals = [
    Case(
      "UTF-16 declared for ASCII", ("UTF-16", Array("a,b\n".utf8)),
      """
      declared UTF-16, but the first bytes are ASCII; expected text in UTF-16; declare UTF-8, or \
      leave the declaration out
      """),
    Case(
      "another order declared", ("UTF-16BE", marked + latin.utf16Bytes()),
      """
      declared UTF-16BE, but the file begins with the byte order mark of UTF-16LE; expected text \
      in UTF-16BE; declare UTF-16LE, or leave the declaration out
      """),
    Case(
      "a code page declared for UTF-16", ("cp1252", latin.utf16Bytes()),
      """
      declared windows-1252, but the file has NUL bytes where UTF-16LE has them; expected text in \
      windows-1252; declare UTF-16LE, or leave the declaration out
      """),
    Case(
      "a code page declared for UTF-8 with a mark", ("cp1252", [0xef, 0xbb, 0xbf, 0x61]),
      """
      declared windows-1252, but the file begins with the byte order mark of UTF-8; expected text \
      in windows-1252; declare UTF-8, or leave the declaration out
      """),
    Case(
      "UTF-16 declared and no order shown", ("UTF-16", [0x2d, 0x4e, 0x87, 0x65]),
      """
      declared UTF-16, but the file has no byte order mark, and its first bytes do not show the \
      order; expected one of the two; declare UTF-16LE or UTF-16BE
      """),
  ]

  @Test(arguments: refusals)
  func `a declaration that the bytes rule out is refused in words`(
    _ example: Case<(String, [UInt8]), String>
  ) {
    let error = #expect(throws: TextEncodingError.self) {
      _ = try decode(example.input.1, example.input.0)
    }
    #expect(error?.description == example.expected)
  }

  @Test
  func `a declaration that the bytes speak against is followed, and that is said`() throws {
    let (text, source) = try decode(Array("udhëtim\n".utf8), "windows-1252")
    #expect(String(decoding: text, as: UTF8.self) == "udhÃ«tim\n")
    #expect(
      source.contradiction == """
        declared windows-1252, but the first bytes are well-formed UTF-8 with 1 character beyond \
        ASCII; read as declared; see whether its texts look right, and declare UTF-8 if they do not
        """)
    #expect(try decode(Array("udhetim\n".utf8), "windows-1252").source.contradiction == nil)
    #expect(try decode(Array("udhëtim\n".utf8), "UTF-8").source.contradiction == nil)
  }
}
