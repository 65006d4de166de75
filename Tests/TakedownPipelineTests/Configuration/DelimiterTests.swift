import Testing

@testable import TakedownPipeline

struct DelimiterTests {
  @Test(
    arguments: [
      (",", 0x2c), (";", 0x3b), ("|", 0x7c), (" ", 0x20), ("\t", 0x09), (#"\t"#, 0x09),
      ("tab", 0x09),
    ] as [(String, UInt8)])
  func `one character is a delimiter, and a tab has two more names`(text: String, byte: UInt8) {
    #expect(Delimiter.byte(of: text) == byte)
  }

  @Test(arguments: ["", "\"", "\n", "\r", "\r\n", "é", ",,", "Tab", "\u{7f}", "\0"])
  func `anything else is none`(text: String) {
    #expect(Delimiter.byte(of: text) == nil)
  }
}
