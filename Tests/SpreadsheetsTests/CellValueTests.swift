import TestSupport
import Testing

@testable import Spreadsheets

/// One cell in column A and row 1: what comes out and what is found.
struct CellValueTests {
  struct Value: Sendable, CustomTestStringConvertible {
    let name: String
    let cell: String
    var format: String?
    let text: String
    var code: SpreadsheetFinding.Code?

    init(
      _ name: String, _ cell: String, format: String? = nil, _ text: String,
      _ code: SpreadsheetFinding.Code? = nil
    ) {
      self.name = name
      self.cell = cell
      self.format = format
      self.text = text
      self.code = code
    }

    var testDescription: String { name }
  }

  private static func number(_ digits: String) -> String { "<c s=\"1\"><v>\(digits)</v></c>" }

  private func read(_ value: Value, from1904: Bool = false) throws {
    var workbook = TestWorkbook(
      rows: "<row>\(value.cell)</row>",
      strings: """
        <si><t>plain</t></si>\
        <si><r><t xml:space="preserve">two </t></r><r><rPr><b/></rPr><t>runs</t></r>\
        <rPh sb="0" eb="1"><t>spoken</t></rPh><phoneticPr fontId="1"/></si>\
        <si><t xml:space="preserve"> a_x000D_&#10;b &amp; "c" </t></si>\
        <si/>
        """,
      formats: value.format.map { [$0] } ?? [])
    if from1904 { workbook.workbookElements = "<workbookPr date1904=\"1\"/>" }
    let (text, findings) = try workbook.read()
    #expect(text == (value.text.isEmpty ? "" : value.text + "\n"))
    #expect(findings.map(\.code) == (value.code.map { [$0] } ?? []))
    for finding in findings {
      #expect(finding.row == 1)
      #expect(finding.column == "A")
      #expect(finding.count == 1)
    }
  }

  private static let texts: [Value] = [
    Value("shared", "<c t=\"s\"><v>0</v></c>", "plain"),
    Value("runs, without how they are spoken", "<c t=\"s\"><v>1</v></c>", "two runs"),
    Value("escapes, spaces, quotes", "<c t=\"s\"><v>2</v></c>", "\" a\r\nb & \"\"c\"\" \""),
    Value("an empty string", "<c t=\"s\"><v>3</v></c>", ""),
    Value("inline", "<c t=\"inlineStr\"><is><t>a, b</t></is></c>", "\"a, b\""),
    Value(
      "inline runs",
      "<c t=\"inlineStr\"><is><r><t>a</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh><r><t>b</t></r></is></c>",
      "ab"),
    Value("inline text as a value", "<c t=\"inlineStr\"><v>a</v></c>", "a"),
    Value("CDATA", "<c t=\"str\"><v><![CDATA[<a>]]></v></c>", "<a>"),
    Value("result of a formula", "<c t=\"str\"><f>A2</f><v> x </v></c>", " x "),
    Value("empty result of a formula", "<c t=\"str\"><f>A2</f><v></v></c>", ""),
    Value("an underscore that is escaped", "<c t=\"str\"><v>_x005F_x0041_</v></c>", "_x0041_"),
    Value("a pair", "<c t=\"str\"><v>a_xD83D__xDE00_</v></c>", "a😀"),
    Value("half a pair, NUL", "<c t=\"str\"><v>_xD83D_ _x0000_</v></c>", "_xD83D_ _x0000_"),
    Value("no escapes", "<c t=\"str\"><v>_x00G0_ _x41_ __x0041</v></c>", "_x00G0_ _x41_ __x0041"),
    Value("a byte order mark", "<c t=\"str\"><v>\u{feff}a</v></c>", "\"\u{feff}a\""),
    Value("true", "<c t=\"b\"><v>1</v></c>", "TRUE"),
    Value("false", "<c t=\"b\"><v>0</v></c>", "FALSE"),
    Value("an error", "<c t=\"e\"><v>#N/A</v></c>", "#N/A", .errorValue),
    Value("a date as text", "<c t=\"d\"><v>2024-07-01</v></c>", "2024-07-01"),
    Value("a formula without a result", "<c><f>A2</f><v/></c>", "", .formulaWithoutValue),
    Value("a formula with nothing", "<c><f>A2</f></c>", "", .formulaWithoutValue),
    Value("a number in space", "<c><v> 12\n</v></c>", "12"),
  ]

  @Test(arguments: texts) func `texts come out as they are`(value: Value) throws {
    try read(value)
  }

  private static let numbers: [Value] = [
    Value("whole", number("100014123456789"), "100014123456789"),
    Value("negative", number("-5"), "-5"),
    Value("zero", number("0"), "0"),
    Value("negative zero", number("-0"), "0"),
    Value("noise", number("0.30000000000000004"), "0.30000000000000004"),
    Value("as Java writes", number("123.0"), "123"),
    Value("as Java writes more than seven digits", number("1.23456789E8"), "123456789"),
    Value("with a fraction", number("1.23456785E7"), "12345678.5"),
    Value("small", number("1.5E-3"), "0.0015"),
    Value("very small", number("1.5E-300"), "1.5E-300"),
    Value(
      "a long id", number("1.00014123456789E+17"), "1.00014123456789E+17", .numberPrecisionLost),
    Value("16 digits", number("1000141234567890"), "1000141234567890", .numberPrecisionLost),
    Value("no number", number("12a"), "12a", .numberUnreadable),
    Value("an exponent without digits", number("1E"), "1E", .numberUnreadable),
    Value("infinity", number("INF"), "INF", .numberUnreadable),
    Value("lost zeros", number("123"), format: "00000", "123", .leadingZerosFormat),
    Value("no zeros to lose", number("12345"), format: "00000", "12345"),
    Value("digits in groups", number("12"), format: "000-000", "12", .leadingZerosFormat),
    Value("decimals", number("5"), format: "00.00", "5"),
    Value("a date without a format", number("45474"), format: "0.00", "45474"),
  ]

  @Test(arguments: numbers) func `numbers keep their digits`(value: Value) throws {
    try read(value)
  }

  private static let dates: [Value] = [
    Value("a day", number("45474"), format: "14", "2024-07-01"),
    Value("a day with a time", number("45474.572916666664"), format: "14", "2024-07-01T13:45:00"),
    Value("midnight", number("45474"), format: "22", "2024-07-01T00:00:00"),
    Value(
      "rounded up to the next day", number("45474.999999"), format: "22", "2024-07-02T00:00:00"),
    Value("half a second", number("45474.0000057871"), format: "22", "2024-07-01T00:00:01"),
    Value("less than half a second", number("45474.0000057"), format: "22", "2024-07-01T00:00:00"),
    Value("a time", number("0.572916666666667"), format: "20", "13:45:00"),
    Value("a time of a day", number("45474.5"), format: "h:mm", "2024-07-01T12:00:00"),
    Value("a length", number("1.5"), format: "[h]:mm:ss", "36:00:00"),
    Value("a short length", number("4.1666666666666664E-2"), format: "46", "01:00:00"),
    Value("the first day", number("1"), format: "14", "1900-01-01"),
    Value("before the day that never was", number("59"), format: "14", "1900-02-28"),
    Value("the day that never was", number("60"), format: "14", "60", .falseLeapDay),
    Value("after the day that never was", number("61"), format: "14", "1900-03-01"),
    Value("a leap day", number("45351"), format: "yyyy\\-mm\\-dd;@", "2024-02-29"),
    Value("a day of 2000", number("36585"), format: "14", "2000-02-29"),
    Value("the last day", number("2958465"), format: "14", "9999-12-31"),
    Value("beyond", number("2958466"), format: "14", "2958466", .dateOutOfRange),
    Value("far beyond", number("1E+20"), format: "14", "1E+20", .dateOutOfRange),
    Value("below", number("-1"), format: "14", "-1", .dateOutOfRange),
    Value("no day", number("0"), format: "14", "0", .dateOutOfRange),
  ]

  @Test(arguments: dates) func `dates are told by their format`(value: Value) throws {
    try read(value)
  }

  private static let datesFrom1904: [Value] = [
    Value("a day", number("44012"), format: "14", "2024-07-01"),
    Value("the first day", number("0"), format: "14", "1904-01-01"),
    Value("day 60", number("60"), format: "14", "1904-03-01"),
    Value("the last day", number("2957003"), format: "14", "9999-12-31"),
    Value("beyond", number("2957004"), format: "14", "2957004", .dateOutOfRange),
  ]

  @Test(arguments: datesFrom1904) func `days may count from 1904`(value: Value) throws {
    try read(value, from1904: true)
  }

  private static let formats: [Case<String, CellFormat>] = [
    Case("a locale", "[$-409]d mmm yyyy;@", .moment(hasDate: true, hasTime: false)),
    Case(
      "a long day", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .moment(hasDate: true, hasTime: false)),
    Case("minutes", "mm:ss", .moment(hasDate: false, hasTime: true)),
    Case("months alone", "mmmm", .moment(hasDate: true, hasTime: false)),
    Case("half days", "h AM/PM", .moment(hasDate: false, hasTime: true)),
    Case("both", "m/d/yy h:mm", .moment(hasDate: true, hasTime: true)),
    Case("tenths", "[mm]:ss.0", .elapsed),
    Case("General", "General", .number),
    Case("a word in quotes", "0 \"days\"", .number),
    Case("an escaped letter", "0\\d", .number),
    Case("a colour", "[Red]0;[Blue]0", .number),
    Case("a width", "0_d", .number),
    Case("the second section", "0;yyyy", .number),
    Case("an exponent", "00E+00", .number),
    Case("text", "@", .number),
    Case("an open quote", "0\"yy", .number),
    Case("an open bracket", "0[h", .number),
    Case("zeros", "0000", .zeros(4)),
  ]

  @Test(arguments: formats) func `formats say what a number means`(row: Case<String, CellFormat>) {
    #expect(CellFormat(code: row.input) == row.expected)
  }
}
