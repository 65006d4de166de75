import TestSupport
import Testing
import TextDecoding

struct TextEncodingTests {
  static let names = [
    Case("as IANA has it", "windows-1252", "windows-1252"),
    Case("capitals and an underscore", "WINDOWS_1252", "windows-1252"),
    Case("as Python and Windows have it", "cp1252", "windows-1252"),
    Case("the bare number", "1256", "windows-1256"),
    Case("spaces around", " utf-8 ", "UTF-8"),
    Case("without a hyphen", "utf8", "UTF-8"),
    Case("the Windows number of UTF-8", "cp65001", "UTF-8"),
    Case("latin1", "Latin1", "ISO-8859-1"),
    Case("latin9 is part 15", "latin-9", "ISO-8859-15"),
    Case("with the year", "ISO_8859-1:1987", "ISO-8859-1"),
    Case("part 11 is not part 1", "ISO-8859-11", "ISO-8859-11"),
    Case("Windows number of an ISO page", "28592", "ISO-8859-2"),
    Case("UTF-16 without an order", "UTF-16", "UTF-16"),
    Case("UTF-16 with one", "utf-16be", "UTF-16BE"),
    Case("Cyrillic", "koi8-r", "KOI8-R"),
    Case("DOS", "cp850", "IBM850"),
    Case("Mac", "x-mac-roman", "macintosh"),
    Case("Chinese", "GBK", "GB18030"),
  ]

  @Test(arguments: names)
  func `a name in any of its spellings is known`(_ example: Case<String, String>) {
    #expect(TextEncoding(name: example.input)?.name == example.expected)
  }

  @Test(arguments: ["", "ansi", "windows-1259", "ISO-8859-12", "utf-9", "latin", "é", "-"])
  func `a name of no encoding, or of several, is not known`(_ name: String) {
    #expect(TextEncoding(name: name) == nil)
  }

  @Test
  func `every name that is listed is known, can be read, and is listed once`() throws {
    #expect(Set(TextEncoding.names).count == TextEncoding.names.count)
    for name in TextEncoding.names {
      #expect(TextEncoding(name: name)?.name == name)
      guard !name.hasPrefix("UTF-") else { continue }
      #expect(try decode(Array("a,b\n".utf8), name).text == Array("a,b\n".utf8), "\(name)")
    }
  }
}
