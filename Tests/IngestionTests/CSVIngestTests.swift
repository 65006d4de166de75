import Bytes
import Ingestion
import Tabular
import TakedownModel
import TestSupport
import Testing

struct CSVIngestTests {
  private static func layout(
    _ fields: [RecordField: [String]], _ constants: [RecordField: String] = [:],
    delimiter: Character = ","
  ) -> SourceLayout {
    SourceLayout(
      id: "agency", format: .csv(CSVDeclaration(delimiter: delimiter.asciiValue)),
      fields: fields, constants: constants)
  }

  private static let fields: [RecordField: [String]] = [
    .platform: ["Platform"], .account: ["Account", "Link"], .action: ["Outcome"],
    .actionDate: ["Day"],
  ]

  /// Everything that a file becomes, in the order of its rows.
  private static func ingest(
    _ text: [UInt8], _ layout: SourceLayout
  ) throws -> (records: Table, rejects: Table) {
    var file = try FileIngest(layout: layout, file: "log.csv", source: ArraySource(text))
    var records: [UInt8] = []
    var rejects: [UInt8] = []
    records.append(csvRow: StageColumns.records)
    rejects.append(csvRow: StageColumns.rejects)
    var rows = 0
    while let work = try file.next() {
      let batch = file.ingest(work)
      records += batch.records
      rejects += batch.rejects
      rows += batch.rowCount
    }
    #expect(file.rowCount == rows, "every row is a record or a reject")
    return (try Table(csv: records), try Table(csv: rejects))
  }

  private static func ingest(
    _ text: String, _ layout: SourceLayout
  ) throws -> (
    records: Table, rejects: Table
  ) {
    try ingest(Array(text.utf8), layout)
  }

  /// The cells of a record by column.
  private static func cells(_ table: Table, _ row: Int, _ columns: String...) -> [String] {
    columns.map { column in table.index(of: column).map { table.rows[row][$0] } ?? "?" }
  }

  @Test func `texts go over as they stand`() throws {
    let (records, _) = try Self.ingest(
      "Platform,Account,Link,Outcome,Day\nFB, Some.Name ,,removed,01/02/2024\n",
      Self.layout(Self.fields))
    #expect(
      Self.cells(records, 0, "source", "file", "position", "platform", "account", "action")
        == ["agency", "log.csv", "1", "FB", " Some.Name ", "removed"])
  }

  @Test func `the first column that is not empty wins`() throws {
    let (records, _) = try Self.ingest(
      "Link,Platform,Account,Outcome,Day\nt.me/a,TG,,x,1\nt.me/b,TG,@c,x,1\n,TG,,x,1\n",
      Self.layout(Self.fields))
    #expect(
      records.rows.indices.map { Self.cells(records, $0, "account")[0] } == ["t.me/a", "@c", ""])
  }

  @Test(arguments: [
    Case("plain", #"R1,FB,a,,x,1,a note"#, #"{"Ref":"R1","Note":"a note"}"#),
    Case(
      "quotes", #"R1,FB,a,,x,1,"say ""no"", twice""#, #"{"Ref":"R1","Note":"say \"no\", twice"}"#),
    Case("a line end", "R1,FB,a,,x,1,\"two\nlines\"", #"{"Ref":"R1","Note":"two\nlines"}"#),
    Case("a backslash", #"R\1,FB,a,,x,1,"#, #"{"Ref":"R\\1"}"#),
    Case("nothing", ",FB,a,,x,1,", ""),
  ])
  func `what no column takes is kept as JSON`(example: Case<String, String>) throws {
    let (records, _) = try Self.ingest(
      "Ref,Platform,Account,Link,Outcome,Day,Note\n\(example.input)\n", Self.layout(Self.fields))
    #expect(Self.cells(records, 0, "other") == [example.expected])
  }

  @Test func `a field in the dialect of the log is a field of the stage file`() throws {
    let (records, _) = try Self.ingest(
      "Platform;Account;Link;Outcome;Day\nFB;a,b;;\"x;\"\"y\"\"\";1\n",
      Self.layout(Self.fields, delimiter: ";"))
    #expect(Self.cells(records, 0, "account", "action") == ["a,b", "x;\"y\""])
  }

  @Test func `constants fill the columns that the log lacks`() throws {
    let (records, _) = try Self.ingest(
      "Account,Day\na,1\n",
      Self.layout([.account: ["Account"], .actionDate: ["Day"]], [.action: "removed, all"]))
    #expect(Self.cells(records, 0, "action", "platform") == ["removed, all", ""])
  }

  @Test func `a row that is too short, too long or not UTF-8 is rejected and the others go on`()
    throws
  {
    let head = "Platform,Account,Link,Outcome,Day\n"
    let text =
      Array((head + "FB,a,,x,1\nFB,b\nFB,c,,x,1,more,still\nFB,d,,x,1\nFB,").utf8) + [0xeb]
      + Array(",,x,1\nFB,f,,x,1\n".utf8)
    let (records, rejects) = try Self.ingest(text, Self.layout(Self.fields))
    #expect(
      records.rows.indices.map { Self.cells(records, $0, "position", "account") }
        == [["1", "a"], ["4", "d"], ["6", "f"]])
    #expect(
      rejects.rows.map { Array($0[2...4]) } == [
        ["2", "3", ""], ["3", "4", ""], ["5", "6", "Account"],
      ])
    #expect(rejects.rows[0][6].hasPrefix("2 fields where the header has 5"))
    #expect(rejects.rows[2][6].hasPrefix("byte 0xeb is not UTF-8"))
    #expect(rejects.rows[0][7].hasPrefix("FB,b"))
    #expect(rejects.rows.map { $0[5] } == ["field-count", "field-count", "not-utf-8"])
  }

  @Test(arguments: [
    Case(
      "another delimiter", "Platform;Account;Outcome;Day\na;b;c;d\n",
      "is the delimiter ';'?"),
    Case("a near name", "Platform,Acount,Outcome,Day\na,b,c,d\n", "did you mean 'Acount'?"),
    Case("an empty file", "", "the file is empty"),
    Case("a column twice", "Platform,Account,Account,Outcome,Day\n", "'Account' more than once"),
  ])
  func `a header that does not fit is refused with a remedy`(example: Case<String, String>) {
    let error = #expect(throws: IngestError.self) {
      try Self.ingest(example.input, Self.layout(Self.fields))
    }
    #expect(error?.description.contains(example.expected) == true, "\(String(describing: error))")
    #expect(error?.description.hasPrefix("log.csv: ") == true)
  }

  @Test func `no row is lost whatever the rows are`() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = ["a", "é", "\"q\"", "\"a,b\"", "\"\"\"\"", "", " ", "x\"y", "1"]
    for _ in 0..<200 {
      var text = "Platform,Account,Link,Outcome,Day\n"
      let count = Int.random(in: 0...20, using: &random)
      for _ in 0..<count {
        let width = Bool.random(using: &random) ? 5 : Int.random(in: 2...7, using: &random)
        text +=
          (0..<width).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined(separator: ",") + "\n"
      }
      let (records, rejects) = try Self.ingest(text, Self.layout(Self.fields))
      let positions = (records.rows + rejects.rows).compactMap { Int($0[2]) }.sorted()
      let blank = text.split(separator: "\n").indices.filter { row in
        text.split(separator: "\n")[row].allSatisfy { $0 == "," || $0 == " " }
      }
      #expect(positions == Array(1..<(count + 1)).filter { !blank.contains($0) })
    }
  }
}
