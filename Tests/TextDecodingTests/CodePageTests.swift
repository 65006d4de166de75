import TestSupport
import Testing
import TextDecoding

/// Bytes at which code pages differ from one another, or lack a character, as Unicode's tables and
/// Python's codecs have them; `nil` where there is none.
struct CodePageTests {
  typealias Row = (page: String, byte: UInt8)

  static let rows: [Case<Row, String?>] =
    [
      ("windows-1250", 0x9a, "š"), ("windows-1250", 0xb9, "ą"), ("windows-1250", 0x81, nil),
      ("windows-1251", 0x80, "Ђ"), ("windows-1251", 0xff, "я"), ("windows-1251", 0x98, nil),
      ("windows-1252", 0x80, "€"), ("windows-1252", 0x9f, "Ÿ"), ("windows-1252", 0x81, nil),
      ("windows-1252", 0x8d, nil), ("windows-1252", 0x8f, nil), ("windows-1252", 0x90, nil),
      ("windows-1252", 0x9d, nil), ("windows-1253", 0xaa, nil), ("windows-1253", 0xe1, "α"),
      ("windows-1254", 0xfd, "ı"), ("windows-1254", 0x9e, nil), ("windows-1255", 0xe0, "א"),
      ("windows-1255", 0xd9, nil), ("windows-1256", 0x81, "پ"), ("windows-1256", 0xff, "ے"),
      ("windows-1257", 0xe0, "ą"), ("windows-1257", 0xa1, nil), ("windows-1258", 0xd0, "Đ"),
      ("windows-1258", 0xf5, "ơ"), ("windows-1258", 0x8a, nil), ("windows-874", 0xa1, "ก"),
      ("ISO-8859-1", 0xff, "ÿ"), ("ISO-8859-1", 0x85, nil), ("ISO-8859-2", 0xb1, "ą"),
      ("ISO-8859-3", 0xa5, nil), ("ISO-8859-5", 0xd0, "а"), ("ISO-8859-6", 0xe5, "م"),
      ("ISO-8859-6", 0xa1, nil), ("ISO-8859-7", 0xe1, "α"), ("ISO-8859-8", 0xe0, "א"),
      ("ISO-8859-9", 0xfe, "ş"), ("ISO-8859-15", 0xa4, "€"), ("ISO-8859-16", 0xaa, "Ș"),
      ("KOI8-R", 0xc1, "а"), ("KOI8-U", 0xa4, "є"), ("macintosh", 0xdb, "€"),
      ("macintosh", 0xf0, nil), ("IBM437", 0x80, "Ç"), ("IBM850", 0x9b, "ø"),
      ("IBM852", 0x9f, "č"), ("IBM00858", 0xd5, "€"), ("IBM866", 0x80, "А"),
    ].map { Case("\($0.0) 0x\(String($0.1, radix: 16))", ($0.0, $0.1), $0.2) }

  @Test(arguments: rows)
  func `a byte has the character that its code page gives it`(_ example: Case<Row, String?>) throws
  {
    let (text, source) = try decode([example.input.byte], example.input.page)
    if let expected = example.expected {
      #expect(text == Array(expected.utf8))
    } else {
      #expect(text == [0xff])
      #expect(source.faults.map(\.bytes) == [[example.input.byte]])
    }
  }
}
