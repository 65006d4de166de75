import Tabular
import TakedownModel
import Testing

@testable import Claims

struct ClaimsTableTests {
  private static let published = Table(
    columns: StageColumns.published,
    rows: [
      row("a", "exactly", "5", "2024-01-01", "2024-01-31"),
      row("b", "exactly", "6", "2024-02-01", "2024-02-29"),
      row("c", "exactly", "10", "2024-01-01", "2024-03-31", change: "+150%", base: "d"),
      row("d", "about", "4", "2023-01-01", "2023-03-31"),
      row("e", "roundabout", "4", "2023-01-01", "2023-03-31"),
    ])

  private static func row(
    _ id: String, _ qualifier: String, _ value: String, _ first: String, _ last: String,
    change: String = "", base: String = ""
  ) -> [String] {
    [
      id, "Office, \(id)", "2024-04-01", "uk-nca", "taken-down", "accounts", first, last, qualifier,
      value, change, base, "Title \(id)", "https://example.org/\(id)",
    ]
  }

  private static func report() throws -> ClaimsReport {
    let register = try SaidRegister(published)
    return ClaimsReport(
      register,
      recorded: register.figures.map { _ in
        .counted(5, from: day("2022-12-01"), to: day("2024-04-30"))
      })
  }

  private static func cells(_ table: Table, _ columns: [String]) throws -> [[String]] {
    let places = try columns.map { try #require(table.index(of: $0)) }
    return table.rows.map { row in places.map { row[$0] } }
  }

  @Test func `the checks are a row each, contradictions first`() throws {
    let table = try Self.report().checks
    #expect(table.columns == ClaimsReport.checkColumns)
    #expect(
      try Self.cells(table, ["check", "kind", "verdict", "at_least", "at_most", "records"]) == [
        ["1", "together", "cannot hold", "11", "10", ""],
        ["2", "stated-change", "agrees", "", "", ""],
        ["3", "records", "agrees", "5", "5", "5"], ["4", "records", "cannot agree", "6", "6", "5"],
        ["5", "records", "cannot agree", "10", "10", "5"],
        ["6", "records", "cannot agree", "4", "4", "5"], ["7", "not-read", "not read", "", "", ""],
      ])
  }

  @Test func `the arithmetic has a step for each sum and one for what is short`() throws {
    let cells = try Self.cells(Self.report().checks, ["short_by", "arithmetic"])
    #expect(cells[0] == ["1", "5 + 6 = 11; 10; 11 - 10 = 1"])
    #expect(cells[1] == ["", "10 / 4 - 1 = +150.0%; 10 / 4 - 1 = +150.0%"])
  }

  @Test func `each check has its figures, with what the register says of them`() throws {
    let table = try Self.report().figures(of: Self.published)
    #expect(table.columns == ClaimsReport.figureColumns)
    #expect(
      try Self.cells(table, ["check", "part", "figure_id", "publisher", "used"]) == [
        ["1", "at-least", "a", "Office, a", "5"], ["1", "at-least", "b", "Office, b", "6"],
        ["1", "at-most", "c", "Office, c", "10"], ["2", "figure", "c", "Office, c", ""],
        ["2", "base", "d", "Office, d", ""], ["3", "figure", "a", "Office, a", ""],
        ["4", "figure", "b", "Office, b", ""], ["5", "figure", "c", "Office, c", ""],
        ["6", "figure", "d", "Office, d", ""], ["7", "figure", "e", "Office, e", ""],
      ])
    let ends = try Self.cells(table, ["qualifier", "value", "allowed_low", "source_url"])
    #expect(ends.last == ["roundabout", "4", "", "https://example.org/e"])
  }

  @Test func `the sums of the checks are those of their figures`() throws {
    let report = try Self.report()
    let sums = try Self.cells(report.checks, ["check", "at_least", "at_most"])
    let terms = try Self.cells(report.figures(of: Self.published), ["check", "part", "used"])
    func sum(_ part: String) -> Int {
      terms.filter { $0[0] == "1" && $0[1] == part }.compactMap { Int($0[2]) }.reduce(0, +)
    }
    #expect(sums[0] == ["1", String(sum("at-least")), String(sum("at-most"))])
  }
}
