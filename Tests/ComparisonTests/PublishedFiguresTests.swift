import Tabular
import TakedownModel
import Testing

@testable import Comparison

struct PublishedFiguresTests {
  private static let header = [
    "figure_id", "publisher", "published_on", "agency", "measure", "counts", "period_start",
    "period_end", "qualifier", "value", "change_stated", "change_base", "source_title",
    "source_url",
  ]

  private static func figure(
    _ id: String, _ start: String, _ end: String, _ qualifier: String, _ value: String,
    counts: String = "accounts", measure: String = "taken-down", base: String = ""
  ) -> [String] {
    [
      id, "National Crime Agency", "2026-01-21", "uk-nca", measure, counts, start, end, qualifier,
      value, "", base, "Record year", "https://example.org/",
    ]
  }

  private static let register = Table(
    columns: header,
    rows: [
      figure("nca-2024", "2024-01-01", "2024-12-31", "more than", "8000", base: "nca-2023"),
      figure("nca-2023", "2023-01-01", "2023-12-31", "about", "5600"),
      figure(
        "nca-2025", "2025-01-01", "2025-12-31", "almost", "10700",
        counts: "accounts+pages+posts", base: "nca-2024"),
      figure("ho-2025", "2024-07-01", "2025-03-31", "about", "18000", base: "ho-2024"),
      figure("ho-2024", "2023-07-01", "2024-03-31", "about", "8000"),
    ])

  private func comparison(_ id: String) throws -> [String: String] {
    let tables = try compared([], published: Self.register)
    return try rows(tables.comparisons, where: ["period": id]).first.orThrow()
  }

  @Test func `a stated change is worked out from the two figures`() throws {
    let row = try comparison("nca-2024")
    #expect(row["origin"] == "published" && row["status"] == "published")
    #expect(row["measure"] == "taken-down" && row["counts"] == "accounts")
    #expect(row["value"] == "8000" && row["base_value"] == "5600" && row["change"] == "2400")
    #expect(row["percent_change"] == "42.9" && row["factor"] == "1.43")
    #expect(row["basis"] == "full-period" && row["marks"] == "")
    #expect(row["qualifier"] == "more than" && row["base_qualifier"] == "about")
    #expect(
      row["note"] == """
        figures as said in public, not counted here; said as more than 8000 against about 5600; \
        29 February 2024 is counted in the period only
        """)
    #expect(row["source"] == "National Crime Agency, Record year")
  }

  @Test func `figures of different units carry the mark and the words`() throws {
    let row = try comparison("nca-2025")
    #expect(row["percent_change"] == "33.8")
    #expect(row["marks"] == "[b]")
    #expect(
      row["note"]?.contains("units of count differ: accounts+pages+posts against accounts") == true)
  }

  @Test func `the same days a year apart are a same period`() throws {
    let row = try comparison("ho-2025")
    #expect(row["basis"] == "same-period")
    #expect(row["percent_change"] == "125.0" && row["change"] == "10000")
    #expect(row["note"]?.contains("29 February 2024 is counted in the base period only") == true)
  }

  @Test(arguments: [
    ("2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31", "full-period"),
    ("2022-01-01", "2023-12-31", "2020-01-01", "2021-12-31", "full-period"),
    ("2022-01-01", "2023-12-31", "2021-01-01", "2021-12-31", "unlike"),
    ("2024-01-01", "2024-05-31", "2023-01-01", "2023-05-31", "same-period"),
    ("2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28", "same-period"),
    ("2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29", "same-period"),
    ("2024-01-01", "2024-05-31", "2023-01-01", "2023-05-30", "unlike"),
    ("2024-01-01", "2024-05-31", "2022-01-01", "2022-05-31", "unlike"),
    ("2024-01-01", "2024-05-31", "2023-01-01", "2023-12-31", "unlike"),
  ])
  func `the basis follows from the days`(
    start: String, end: String, baseStart: String, baseEnd: String, basis: String
  ) throws {
    let table = Table(
      columns: Self.header,
      rows: [
        Self.figure("own", start, end, "exactly", "2", base: "base"),
        Self.figure("base", baseStart, baseEnd, "exactly", "1"),
      ])
    let tables = try compared([], published: table)
    let row = try rows(tables.comparisons).first.orThrow()
    #expect(row["basis"] == basis)
  }

  @Test func `published figures stand after the counted ones and change none`() throws {
    let records = [Record(date: "2024-03-01"), Record(date: "2023-03-01")]
    let alone = try compared(records)
    let beside = try compared(records, published: Self.register)
    #expect(Array(beside.counts.rows.prefix(alone.counts.rows.count)) == alone.counts.rows)
    #expect(beside.counts.rows.count == alone.counts.rows.count + 5)
    #expect(beside.comparisons.rows.count == alone.comparisons.rows.count + 3)
    #expect(beside.coverage == alone.coverage)
    let ids = beside.counts.rows.suffix(5).map { $0[6] }
    #expect(ids == ["nca-2023", "ho-2024", "nca-2024", "ho-2025", "nca-2025"])
    #expect(beside.counts.rows.last?[4] == "all")
  }

  @Test(arguments: [
    ("value", "1,150", "a whole number in digits only"),
    ("value", "-5", "a whole number in digits only"),
    ("value", "", "a whole number in digits only"),
    ("value", "99999999999999999999", "a whole number in digits only"),
    ("period_start", "2024-02-30", "a day such as 2025-03-31"),
    ("published_on", "soon", "a day such as 2025-03-31"),
    ("period_end", "2023-12-31", "a day not before 2024-01-01"),
    ("change_base", "nca-1999", "the figure_id of another row, or nothing"),
    ("change_base", "own", "the figure_id of another row, or nothing"),
    ("figure_id", "base", "an id that no earlier row has"),
    ("agency", "", "a text"),
  ])
  func `a row that cannot be read is an error that names row and column`(
    column: String, text: String, expected: String
  ) throws {
    var row = Self.figure("own", "2024-01-01", "2024-12-31", "exactly", "2", base: "base")
    row[try Self.header.firstIndex(of: column).orThrow()] = text
    let table = Table(
      columns: Self.header,
      rows: [Self.figure("base", "2023-01-01", "2023-12-31", "exactly", "1"), row])
    let error = try #require(throws: ComparisonError.self) { try compared([], published: table) }
    #expect(error.code == .malformedFigure)
    #expect(
      error.description == """
        record 2, column '\(column)': found '\(text)', expected \(expected)
        """)
  }

  @Test func `a missing column is named`() throws {
    let table = Table(columns: Self.header.filter { $0 != "qualifier" })
    let error = try #require(throws: ComparisonError.self) { try compared([], published: table) }
    #expect(error.description.contains("the column 'qualifier' is missing"))
  }
}
