import Testing

@testable import Workbooks

struct ExactNumbersTests {
  @Test(arguments: [
    ("87.59999999999999", "87.6"), ("0.07000000000000001", "0.07"),
    ("-999.9999999999999", "-1000"), ("99.99999999999999", "100"),
    ("-0.3000000000000001", "-0.3"), ("1.234567890123456", "1.23456789012346"),
    ("87.6", "87.6"), ("20496", "20496"), ("1234567890123456", "1234567890123456"),
    ("1.000000000000001E-05", "1.000000000000001E-05"), ("", ""),
  ])
  func `a number is rounded to the 15 digits that it had`(number: String, expected: String) {
    #expect(ExactNumbers.rounded(Array(number.utf8)[...]) == Array(expected.utf8))
  }

  @Test func `only values of cells are touched`() {
    let sheet = """
      <c r="A1"><v>87.59999999999999</v></c><c><f>87.59999999999999</f><v>1</v></c>\
      <is><t>87.59999999999999</t></is><v>
      """
    let expected = """
      <c r="A1"><v>87.6</v></c><c><f>87.59999999999999</f><v>1</v></c>\
      <is><t>87.59999999999999</t></is><v>
      """
    #expect(ExactNumbers.restored(in: Array(sheet.utf8)) == Array(expected.utf8))
  }

  @Test func `an archive that is cut is an error`() throws {
    var archive = ZipWriter()
    try archive.add("a", Array("text".utf8))
    let bytes = archive.finish()
    #expect(try ZipParts(bytes).parts.map(\.content) == [Array("text".utf8)])
    for count in 0..<bytes.count {
      #expect(throws: WorkbookError.self) { try ZipParts(Array(bytes.prefix(count))) }
    }
  }
}
