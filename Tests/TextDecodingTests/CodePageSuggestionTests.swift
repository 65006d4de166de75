import Bytes
import TestSupport
import Testing
import TextDecoding

struct CodePageSuggestionTests {
  static let samples: [Case<[UInt8], String?>] = [
    Case("Albanian", Array("udh".utf8) + [0xeb] + Array("tim_b".utf8), "windows-1252 ë"),
    Case("quotes", [0x93, 0x4b, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35], "windows-1252 “"),
    Case("Arabic", [0xe3, 0xcd, 0xe3, 0xcf, 0x2c, 0x41], "windows-1256 محمد"),
    Case("Russian", [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2], "windows-1251 Привет"),
    Case("Russian in KOI8-R", [0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4], "KOI8-R Привет"),
    Case("Swedish in DOS", [0x73, 0x6d, 0x86, 0x62, 0x86, 0x74], "IBM850 å"),
    Case(
      "a line that is UTF-8 before one that is not",
      Array("udhëtim\nudh".utf8) + [0xeb] + Array("tim\n".utf8), "windows-1252 ë"),
    Case("UTF-8", Array("udhëtim".utf8), nil),
    Case("ASCII", Array("udhetim".utf8), nil),
    Case("a sign in every page, or a letter alone", [0x2c, 0xb1, 0x2c], nil),
  ]

  @Test(arguments: samples)
  func `bytes that are not UTF-8 get a code page proposed`(_ example: Case<[UInt8], String?>) {
    let first = CodePageSuggestion.suggestions(for: example.input.span).first
    #expect(first.map { "\($0.encoding.name) \($0.reading)" } == example.expected)
  }

  @Test
  func `a proposal is put in words`() {
    let sample: [UInt8] = Array("udh".utf8) + [0xeb] + Array("tim".utf8)
    let words = CodePageSuggestion.words(for: sample.span)
    #expect(words?.hasPrefix("windows-1252 would read it as 'ë'") == true)
    #expect(
      words?.hasSuffix("; declare the encoding that the agency uses, or have it export as UTF-8")
        == true)
  }
}
