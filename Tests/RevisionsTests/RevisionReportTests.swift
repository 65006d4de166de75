import Tabular
import Testing

@testable import Revisions

struct RevisionReportTests {
  private static func table(_ rows: [String]...) -> Table {
    Table(
      columns: [
        "origin", "measure", "agency", "platform", "period_kind", "period", "period_start",
        "period_end", "value", "source",
      ],
      rows: rows.map { row in
        [
          row[0], "accounts", row[1], "all", "to-date", "2024/25 to date", "2024-07-01", row[2],
          row[3], row.count > 4 ? row[4] : "",
        ]
      })
  }

  private static func counted(_ value: String, to end: String = "2025-03-31") -> Table {
    table(["counted", "uk-nca", end, value])
  }

  private static func report(_ states: [Table?], isSplit: Bool = true) -> RevisionReport {
    RevisionReport(
      from: "a", to: "b", states: states, isSplit: isSplit, causes: [(.late, "uk-nca: 12")],
      limits: [])
  }

  private static func parts(_ report: RevisionReport) -> [[String]] {
    report.revisions.map { $0.parts.map { $0?.text ?? "-" } }
  }

  @Test func `the parts are what each step adds`() {
    let report = Self.report(["8000", "8010", "7990", "8120", "8125"].map { Self.counted($0) })
    #expect(Self.parts(report) == [["10", "-20", "130", "5"]])
    #expect(
      report.text == """
        a → b: 1 of 1 figures changed
          late records: uk-nca: 12

        accounts, uk-nca, all platforms, 2024/25 to date (2024-07-01 to 2025-03-31): 8,000 → 8,125 \
        (+125)
          changed registers or parameters +10, withdrawn or restated records -20, late records +130, \
        new or missing sources +5: correction and scheduled revision and change of coverage
        """)
    #expect(
      report.table.rows[0].suffix(8) == [
        "8000", "8125", "125", "10", "-20", "130", "5",
        "correction and scheduled revision and change of coverage",
      ])
  }

  @Test func `a state that cannot be counted is told with the next part`() {
    let states = [
      Self.counted("10"), Self.counted("12"), nil, Self.counted("9"), Self.counted("9"),
    ]
    #expect(Self.parts(Self.report(states)) == [["2", "-", "-3", "0"]])
  }

  @Test func `without states there is a change and no parts`() {
    let states = [Self.counted("10"), nil, nil, nil, Self.counted("9")]
    let report = Self.report(states, isSplit: false)
    #expect(Self.parts(report) == [["-", "-", "-", "-"]])
    #expect(report.revisions[0].change?.text == "-1")
    #expect(report.text.hasSuffix("  why cannot be told"))
  }

  @Test func `a figure that is not there counts as 0`() {
    let none = Self.table()
    let new = Self.report([none, none, none, Self.counted("4"), Self.counted("5")])
    #expect(Self.parts(new) == [["0", "0", "4", "1"]])
    #expect(new.revisions[0].old == "")
    let gone = Self.report([Self.counted("4"), none, none, none, none])
    #expect(Self.parts(gone) == [["-4", "0", "0", "0"]])
  }

  @Test func `a figure to date stays the same when the day moves`() {
    let states = ["4", "4", "4", "6", "6"].enumerated().map { number, value in
      Self.counted(value, to: number < 3 ? "2025-03-31" : "2025-04-30")
    }
    let report = Self.report(states)
    #expect(Self.parts(report) == [["0", "0", "2", "0"]])
    #expect(report.revisions[0].figure.periodEnd == "2025-04-30")
    #expect(
      report.text.hasSuffix(
        """
        2024/25 to date (2024-07-01 to 2025-04-30, before to 2025-03-31): 4 → 6 (+2)
          late records +2: another last day
        """))
    #expect(report.json["revisions"]?.elements[0]["old_period_end"]?.string == "2025-03-31")
    let restated = Self.report(
      ["4", "5", "3", "3", "3"].enumerated().map { number, value in
        Self.counted(value, to: number == 0 ? "2025-02-28" : "2025-03-31")
      })
    #expect(restated.revisions[0].kinds == ["another last day", "correction"])
  }

  @Test func `a figure that did not change is not listed, even when its parts are not 0`() {
    let report = Self.report(["4", "5", "4", "4", "4"].map { Self.counted($0) })
    #expect(report.changed == 0)
    #expect(report.compared == 1)
  }

  @Test func `published figures that changed are restated, new ones late`() {
    let old = Self.table(["published", "x", "2025-01-01", "10", "a"])
    let new = Self.table(
      ["published", "x", "2025-01-01", "11", "a"], ["published", "y", "2025-01-01", "3", "a"])
    let report = Self.report([old, nil, nil, nil, new])
    #expect(Self.parts(report) == [["0", "1", "0", "0"], ["0", "0", "3", "0"]])
  }

  @Test func `figures that share their names are told apart`() {
    let old = Self.table(
      ["published", "x", "2025-01-01", "10", "a"], ["published", "x", "2025-01-01", "20", "b"])
    let new = Self.table(
      ["published", "x", "2025-01-01", "10", "a"], ["published", "x", "2025-01-01", "21", "b"])
    let report = Self.report([old, old, old, old, new])
    #expect(report.revisions.map(\.old) == ["20"])
  }

  @Test func `a text instead of a number has no parts`() {
    let report = Self.report(["4", "4", "4", "4", "[c]"].map { Self.counted($0) })
    #expect(Self.parts(report) == [["-", "-", "-", "-"]])
    #expect(report.json["revisions"]?.elements[0]["new_value"]?.string == "[c]")
  }

  @Test func `a filter keeps the figures of one agency`() {
    let old = Self.table(["counted", "a", "2025-01-01", "1"], ["counted", "b", "2025-01-01", "1"])
    let new = Self.table(["counted", "a", "2025-01-01", "2"], ["counted", "b", "2025-01-01", "2"])
    let report = Self.report([old, old, old, old, new]).filtered("agency", "b")
    #expect(report.changed == 1)
    #expect(report.filtered("agency", nil).changed == 1)
    #expect(report.filtered("agency", "c").changed == 0)
  }
}
