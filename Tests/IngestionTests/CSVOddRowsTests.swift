import Bytes
import Ingestion
import Tabular
import TakedownModel
import TestSupport
import Testing

/// Files as agencies send them: titles, totals, several tables, odd quotes, JSON in cells.
struct CSVOddRowsTests {
  /// Everything that a file becomes.
  private struct Ingested {
    var records: Table
    var rejects: Table
    var findings: [Finding] = []
    var counts: [FindingCode: Int] = [:]
    var blanks = 0
    var found = ""

    /// The texts of a column of the records.
    func column(_ name: String) -> [String] {
      records.rows.map { row in records.index(of: name).map { row[$0] } ?? "?" }
    }

    /// Line and reason of the rejects.
    var reasons: [String] { rejects.rows.map { "\($0[3]): \($0[6])" } }

    var codes: [String] { counts.map { "\($0.key.name) \($0.value)" }.sorted() }
  }

  private static let fields: [RecordField: [String]] = [
    .account: ["Account"], .actionDate: ["Day"],
  ]

  private static func ingest(
    _ text: String, _ fields: [RecordField: [String]] = fields,
    _ declaration: CSVDeclaration = CSVDeclaration()
  ) throws -> Ingested {
    let layout = SourceLayout(id: "a", format: .csv(declaration), fields: fields)
    var file = try FileIngest(
      layout: layout, file: "log.csv", source: ArraySource(Array(text.utf8)))
    var records: [UInt8] = []
    var rejects: [UInt8] = []
    records.append(csvRow: StageColumns.records)
    rejects.append(csvRow: StageColumns.rejects)
    var findings = file.findings
    var counts: [FindingCode: Int] = [:]
    for finding in findings { counts[finding.code, default: 0] += 1 }
    var rows = 0
    var blanks = 0
    var otherHeaderLine: Int?
    while let work = try file.next() {
      let batch = otherHeaderLine.map { file.ingestInside(work, $0) } ?? file.ingest(work)
      otherHeaderLine = batch.otherHeaderLine
      records += batch.records
      rejects += batch.rejects
      findings += batch.findings
      counts.merge(batch.findingCounts, uniquingKeysWith: +)
      rows += batch.rowCount
      blanks += batch.blankCount
    }
    #expect(file.rowCount == rows)
    var ingested = Ingested(records: try Table(csv: records), rejects: try Table(csv: rejects))
    ingested.findings = findings
    ingested.counts = counts
    ingested.blanks = blanks
    ingested.found = file.dialect
    return ingested
  }

  @Test func `titles, blank rows and totals are no records`() throws {
    let got = try Self.ingest(
      """
      Takedowns of May;;
      ;;
      Account;Day;Note
      a;1;
      ; ;
      b;2;
      Total;;2
      ;Grand total: 2;
      ;3;no account

      """)
    #expect(got.column("account") == ["a", "b", ""])
    #expect(got.column("position") == ["1", "3", "6"])
    #expect(got.blanks == 1)
    #expect(got.reasons.count == 2)
    #expect(got.reasons.first?.hasPrefix("7: a row of totals") == true)
    #expect(got.codes == ["blank-row 1", "lines-before-header 1"])
    #expect(got.found == #"delimiter ';' quote '"' header line 3 LF"#)
  }

  @Test(arguments: ["Total", "TOTALS", "Sum:", "Summa", "Gjithsej", "Tổng cộng", "المجموع"])
  func `a row of totals is known in the languages of the agencies`(word: String) throws {
    let got = try Self.ingest("Platform,Account,Day\nX,a,1\n\(word),,7\nTotally,,8\n")
    #expect(got.column("action_date") == ["1", "8"])
    #expect(got.reasons.count == 1)
    #expect(got.reasons.first?.hasPrefix("3: a row of totals: no account, and '\(word)'") == true)
  }

  @Test func `an account of that name is no total where anything else is told of it`() throws {
    let got = try Self.ingest("Account,Day\nTotal,1\nTotal,\n")
    #expect(got.column("action_date") == ["1"])
    #expect(got.rejects.rows.count == 1)
  }

  @Test(arguments: ["\u{FEFF}", ""])
  func `a header that comes again is a reject and the rows go on`(mark: String) throws {
    let got = try Self.ingest("Account,Day\na,1\n\(mark)Account,Day\nb,2\n")
    #expect(got.column("account") == ["a", "b"])
    #expect(got.reasons.count == 1)
    #expect(got.reasons.first?.hasPrefix("3: the header again") == true)
  }

  @Test func `a quoted header after a byte order mark is known again`() throws {
    let got = try Self.ingest(
      "\"Account\",\"Day\"\n\"a\",\"1\"\n\u{FEFF}\"Account\",\"Day\"\nb,2\n")
    #expect(got.column("account") == ["a", "b"])
    #expect(got.reasons.first?.hasPrefix("3: the header again") == true)
  }

  @Test func `the rows of a second table are rejects, whatever its width`() throws {
    let got = try Self.ingest(
      "Account,Day,Note\na,1,x\n\nDay,Note,Account\n2,y,b\nMonth,Count\nMay,3\nAccount,Day,Note\nc,3,z\n"
    )
    #expect(got.column("account") == ["a", "c"])
    #expect(got.reasons.count == 5)
    #expect(got.reasons.first?.hasPrefix("4: a row of a second table") == true)
    #expect(got.codes == ["second-table 1"])
  }

  @Test func `a second table goes on through the parts of a long file`() throws {
    let rows = String(repeating: "a,2025-01-02\n", count: 200_000)
    let got = try Self.ingest("Account,Day\na,1\nDay,Account\n\(rows)Account,Day\nb,2\n")
    #expect(got.column("account") == ["a", "b"])
    #expect(got.rejects.rows.count == 200_002)
    #expect(got.reasons.dropLast().allSatisfy { $0.contains("header on line 3 is not") })
    #expect(got.codes == ["second-table 1"])
  }

  @Test(arguments: ["Team,Handle,Outcome,Day", "Day,Outcome,Team,Account"])
  func `a header is known by names in their own columns, or by most of its cells`(
    header: String
  ) throws {
    let got = try Self.ingest(
      "Account,Team,Outcome,Day\na,x,Removed,1\n\(header)\nb,x,Removed,2\n",
      [.account: ["Account"], .action: ["Outcome"], .actionDate: ["Day"]])
    #expect(got.column("account") == ["a"])
    #expect(got.codes == ["second-table 1"])
  }

  @Test func `a record that holds the names of other columns is none of a second table`() throws {
    let got = try Self.ingest(
      "Handle,Account,Kind,Outcome,Removed\nh,a,Account,Removed,\nh,b,Account,Removed,2\n",
      [.account: ["Account"], .counts: ["Kind"], .action: ["Outcome"], .actionDate: ["Removed"]])
    #expect(got.column("account") == ["a", "b"])
    #expect(got.codes == [])
  }

  @Test func `of a row no more fields are kept than any log has`() throws {
    let commas = String(repeating: ",", count: 100_000)
    for quotes in ["", "x\"y"] {
      let got = try Self.ingest("Account,Day\na,1\n\(quotes)\(commas)x\nb,2\n")
      #expect(got.column("account") == ["a", "b"])
      #expect(
        got.reasons.first?.hasPrefix("3: 65536 fields or more where the header has 2") == true)
    }
    let error = #expect(throws: IngestError.self) {
      try Self.ingest("Account,Day\(commas)x\na,1\n", Self.fields, CSVDeclaration(headerLine: 1))
    }
    #expect(error?.reason.hasPrefix("line 1: the header has 65536 columns or more") == true)
  }

  @Test func `a file of one column has any delimiter that its rows lack`() throws {
    let rows = "https://www.tiktok.com/@sample_one\nhttps://x.com/sample_two?a=b\n"
    let got = try Self.ingest("Address\n" + rows, [.account: ["Address"]])
    #expect(
      got.column("account")
        == ["https://www.tiktok.com/@sample_one", "https://x.com/sample_two?a=b"])
    #expect(got.rejects.rows.isEmpty)
  }

  @Test func `text that was encoded twice is told, once a record`() throws {
    let got = try Self.ingest("Account,Day,Note\nudhÃ«tim,1,Ã«\nudhëtim,2,Ã\n")
    #expect(got.column("account") == ["udhÃ«tim", "udhëtim"])
    #expect(got.codes == ["encoded-twice 1"])
    let finding = got.findings.first { $0.code == .encodedTwice }
    #expect(finding?.line == 2)
    #expect(finding?.column == "Account")
    #expect(finding?.message.contains("stood for 'udhëtim'") == true)
  }

  @Test func `delimiters at the end of rows and header are passed over`() throws {
    let got = try Self.ingest("Account,Day,\na,1,\nb,2\nc,3,,,\nd,4,5\ne,5,,x\nf\n")
    #expect(got.column("account") == ["a", "b", "c", "d"])
    #expect(got.column("other") == ["", "", "", #"{"column 3":"5"}"#])
    #expect(got.rejects.rows.map { $0[3] } == ["6", "7"])
    #expect(got.codes == ["trailing-delimiters 1", "unnamed-column 1"])
  }

  @Test func `columns of one name are kept apart unless a field is read from them`() throws {
    let text = "Account,Day,Note,Note,,Note\na,1,x,y,z,w\n"
    let got = try Self.ingest(text)
    #expect(got.column("other") == [#"{"Note":"x","Note (2)":"y","column 5":"z","Note (3)":"w"}"#])
    #expect(got.codes == ["repeated-column 2", "unnamed-column 1"])
    let error = #expect(throws: IngestError.self) {
      try Self.ingest(text, [.account: ["Account"], .category: ["Note"]])
    }
    #expect(error?.description.contains("line 1: the header has 'Note' more than once") == true)
    let named = try Self.ingest(text, [.account: ["Account"], .category: ["Note (2)"]])
    #expect(named.column("category") == ["y"])
  }

  @Test func `a quote that never closes is a reject that names where it opened`() throws {
    let got = try Self.ingest(
      "Account,Day,Note\na,1,ok\nb,2,\"never closed\nc,3,fine\nd,4,\"13\" tablet\"\ne,5,5\" screen\n"
    )
    #expect(got.column("account") == ["a", "c", "e"])
    #expect(
      got.rejects.rows.map { [$0[2], $0[3], $0[4]] } == [["2", "3", "Note"], ["4", "5", "Note"]])
    #expect(got.reasons.first?.contains("a quote opens on line 3 and is never closed") == true)
    #expect(got.rejects.rows.first?[7] == "b,2,\"never closed\n")
    #expect(got.codes == ["quote-in-text 1"])
  }

  @Test func `padding is blank and a NUL in a text is a reject`() throws {
    let got = try Self.ingest("Account,Day\na\0b,1\nc,2\n\0\0\0\0\n\u{1a}")
    #expect(got.column("account") == ["c"])
    #expect(got.blanks == 2)
    #expect(got.reasons.first?.hasPrefix("2: a NUL byte") == true)
  }

  @Test func `a value inside the JSON of a cell is a field`() throws {
    let text = #"""
      Day,Details
      1,"{""user"":{""id"":12345678901234567890,""tags"":[""x"",""y \u00e9""]}}"
      2,"{""user"":null}"
      3,{bad
      4,

      """#
    let got = try Self.ingest(
      text, [.account: ["Details#/user/id"], .category: ["Details#/user/tags/1"]])
    #expect(got.column("account") == ["12345678901234567890", "", "", ""])
    #expect(got.column("category") == ["y é", "", "", ""])
    #expect(got.column("other")[2] == #"{"Day":"3","Details":"{bad"}"#)
    #expect(got.codes == ["cell-not-json 2"])
    #expect(got.findings.first { $0.code == .cellNotJSON }?.line == 4)
  }

  @Test func `a column with the very name of a place wins over the inside of a cell`() throws {
    let got = try Self.ingest(
      "Details,Details#/id\n\"{\"\"id\"\":1}\",2\n", [.account: ["Details#/id"]])
    #expect(got.column("account") == ["2"])
  }

  @Test func `spreadsheet habits go over as they stand`() throws {
    let got = try Self.ingest("Account,Day\n'069,1\n\"=\"\"0012\"\"\",2\n")
    #expect(got.column("account") == ["'069", "=\"0012\""])
  }

  @Test func `line ends of all kinds end a row`() throws {
    let got = try Self.ingest("Account,Day\r\na,1\nb,2\rc,\"3\r\n4\"")
    #expect(got.column("account") == ["a", "b", "c"])
    #expect(got.column("action_date")[2] == "3\r\n4")
    #expect(got.codes == ["mixed-line-ends 1"])
  }

  @Test func `comments are counted and are no records`() throws {
    let got = try Self.ingest("# by us\nAccount,Day\na,1\n# a note\nb,2\n")
    #expect(got.column("account") == ["a", "b"])
    #expect(got.codes == ["comment-line 1", "lines-before-header 1"])
  }

  @Test func `a file without a header has numbered columns`() throws {
    let got = try Self.ingest(
      "a;1\nb;2\n", [.account: ["column 1"]], CSVDeclaration(headerLine: 0))
    #expect(got.column("account") == ["a", "b"])
    #expect(got.column("other") == [#"{"column 2":"1"}"#, #"{"column 2":"2"}"#])
  }

  @Test func `a declared header that the file lacks is refused`() {
    let error = #expect(throws: IngestError.self) {
      try Self.ingest("Account,Day\na,1\n", Self.fields, CSVDeclaration(headerLine: 9))
    }
    #expect(error?.reason.hasPrefix("the header is declared to stand on line 9; found 2") == true)
  }

  @Test func `findings are counted without limit and kept up to one`() throws {
    let got = try Self.ingest("Account,Day\n" + String(repeating: "a,1,\n", count: 100))
    #expect(got.counts[.trailingDelimiters] == 100)
    #expect(got.findings.count == IngestedBatch.findingLimit)
  }

  @Test func `the quotes of another dialect are written as those of the stage file`() throws {
    let apostrophes = CSVDeclaration(CSVDialect(quote: 0x27))
    let got = try Self.ingest("Account,Day\n'a,b',x\"y\n'it''s',2\n", Self.fields, apostrophes)
    #expect(got.column("account") == ["a,b", "it's"])
    #expect(got.column("action_date") == ["x\"y", "2"])
  }

  @Test(arguments: [
    Case("too few", "foo,bar,baz\n1,2", "2: 2 fields where the header has 3"),
    Case("too many", "foo,bar,baz\n1,2,3,4", "2: 4 fields where the header has 3"),
    Case("a missing quote", "foo,bar,baz\n1,\"open,3", "2: a quote opens on line 2"),
    Case("a quote not doubled", "foo,bar,baz\n1,\"a \" b\",3", "2: text follows the closing"),
    Case("no header", "", "the file is empty"),
    Case("another header", "qux,quux,quuz", "line 1: no column 'bar'"),
  ])
  func `a bad file or row is reported in words`(example: Case<String, String>) throws {
    let fields: [RecordField: [String]] = [
      .account: ["foo"], .platform: ["bar"], .category: ["baz"],
    ]
    do {
      let got = try Self.ingest(example.input, fields)
      #expect(got.records.rows.isEmpty)
      #expect(got.reasons.first?.hasPrefix(example.expected) == true, "\(got.reasons)")
    } catch let error as IngestError {
      #expect(error.reason.hasPrefix(example.expected))
    }
  }
}
