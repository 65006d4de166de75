import Testing

import ReleaseModel

struct CellTextTests {
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+44 20", "'+44 20"), ("-", "'-"), ("-12-", "'-12-"), ("-1.", "'-1."),
    ("@a", "'@a"), ("\tx", "'\tx"), ("\rx", "'\rx"), ("\nx", "'\nx"), ("\r\nx", "'\r\nx"),
    ("", ""), ("-12", "-12"), ("-12.5", "-12.5"), ("12", "12"), ("a=b", "a=b"), ("[x]", "[x]"),
  ])
  func `only what a spreadsheet would run gets an apostrophe`(text: String, expected: String) {
    #expect(CellText.defused(text) == expected)
  }
}
