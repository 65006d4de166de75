import Datasets
import Pictures
import Publication
import ReleaseModel
import Tabular
import TakedownModel
import Testing

struct PublishTests {
  private func release(
    _ input: PublicationInput = Example.fullInput, notice: String = ""
  ) throws -> [String: [UInt8]] {
    let release = try Publish(settings: Example.settings(notice: notice)).run(input)
    let files =
      release.texts + TidyFiles().files(of: release) + ChartFiles().files(of: release)
    return Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.bytes) })
  }

  private func text(_ bytes: [UInt8]?) throws -> String {
    String(decoding: try #require(bytes), as: UTF8.self)
  }

  @Test func `the release has these files`() throws {
    let paths = try release().keys.sorted()
    #expect(
      paths == [
        "charts/by-agency.csv", "charts/by-agency.svg", "charts/by-agency.vl.json",
        "charts/by-month-cumulative.csv", "charts/by-month-cumulative.svg",
        "charts/by-month-cumulative.vl.json", "charts/by-platform.csv", "charts/by-platform.svg",
        "charts/by-platform.vl.json", "charts/published-by-year.csv",
        "charts/published-by-year.svg",
        "charts/published-by-year.vl.json", "charts/year-over-year-by-month.csv",
        "charts/year-over-year-by-month.svg",
        "charts/year-over-year-by-month.vl.json", "claims.md", "data/accounts.csv",
        "data/claim-figures.csv", "data/claims.csv", "data/comparisons.csv", "data/coverage.csv",
        "data/dictionary.csv", "data/published-figures.csv",
        "data/records.csv", "headlines.json", "headlines.schema.json", "headlines.txt",
        "methodology.md",
      ])
  }

  @Test func `without figures there are no charts, and the tables have their headers`() throws {
    let files = try release(Example.input())
    #expect(files.keys.allSatisfy { !$0.hasPrefix("charts/") })
    #expect(try Table(csv: #require(files["data/accounts.csv"])).rows.isEmpty)
  }

  @Test func `a notice stands on everything`() throws {
    let notice = "Made-up data"
    // A schema says nothing of this release.
    for (path, bytes) in try release(notice: notice) where path != "headlines.schema.json" {
      if path.hasSuffix(".csv") {
        let table = try Table(csv: bytes)
        #expect(table.columns.last == "notice", "\(path)")
        #expect(!table.rows.isEmpty && table.rows.allSatisfy { $0.last == notice }, "\(path)")
      } else {
        #expect(try text(bytes).contains(notice), "\(path)")
      }
    }
  }

  @Test func `without a notice no table has a column for it`() throws {
    for (path, bytes) in try release() where path.hasSuffix(".csv") {
      #expect(try !Table(csv: bytes).columns.contains("notice"), "\(path)")
    }
  }

  @Test(arguments: ["", "Made-up data"])
  func `the dictionary has one entry for each column of each table`(notice: String) throws {
    let files = try release(notice: notice)
    let dictionary = try Table(csv: #require(files["data/dictionary.csv"]))
    var columns: [String] = []
    for (path, bytes) in files where path.hasSuffix(".csv") {
      columns += try Table(csv: bytes).columns.map { "\(path.dropLast(4)) \($0)" }
    }
    #expect(dictionary.rows.map { "\($0[0]) \($0[1])" }.sorted() == columns.sorted())
    #expect(dictionary.rows.allSatisfy { !$0[2].isEmpty && !$0[6].isEmpty })
  }

  @Test func `an empty cell is one that the dictionary has words for`() throws {
    let files = try release()
    let dictionary = try Table(csv: #require(files["data/dictionary.csv"]))
    for (path, bytes) in files where path.hasSuffix(".csv") {
      let table = try Table(csv: bytes)
      for (place, column) in table.columns.enumerated()
      where table.rows.contains(where: { $0[place].isEmpty }) {
        let entry = dictionary.rows.first { $0[0] == path.dropLast(4) && $0[1] == column }
        #expect(entry?[7].isEmpty == false, "\(path) \(column)")
      }
    }
  }

  @Test func `a cell that a spreadsheet would run is defused, and a number is not`() throws {
    let input = Example.input(
      counts: [Example.count(["source": "=HYPERLINK(1)", "agency": "@sum"])],
      comparisons: [Example.comparison(["change": "-12", "note": "-12 or so"])])
    let files = try release(input)
    let counts = try Table(csv: #require(files["data/accounts.csv"]))
    #expect(counts.rows[0][counts.columns.count - 1] == "'=HYPERLINK(1)")
    #expect(counts.rows[0][3] == "'@sum")
    let comparisons = try Table(csv: #require(files["data/comparisons.csv"]))
    let change = try #require(comparisons.index(of: "change"))
    let note = try #require(comparisons.index(of: "note"))
    #expect(comparisons.rows[0][change] == "-12")
    #expect(comparisons.rows[0][note] == "'-12 or so")
  }

  @Test func `published figures stand alone in their table, and marked in the one of all`() throws {
    let files = try release()
    let published = try Table(csv: #require(files["data/published-figures.csv"]))
    #expect(published.rows.count == 3 && published.rows.allSatisfy { $0[0] == "published" })
    let all = try Table(csv: #require(files["data/accounts.csv"]))
    #expect(all.rows.map { $0[0] } == ["counted", "counted"] + published.rows.map { $0[0] })
  }

  @Test func `the headlines have their exact figures beside`() throws {
    let input = Example.input(comparisons: [
      Example.comparison(["value": "17980", "change": "9980", "percent_change": "124.8"])
    ])
    let json = try text(release(input)["headlines.json"])
    for line in [
      #""version": 1,"#, #""as_of": "2025-03-31","#, #""value": 17980,"#,
      #""value_rounded": 18000,"#, #""value_hedge": "almost","#, #""percent_change": 124.8,"#,
      #""basis": "same-period","#, #""start": "2024-07-01","#, #""name": "National Crime Agency""#,
    ] {
      #expect(json.contains(line), "\(line)")
    }
  }

  @Test func `a headline without a figure has null for it`() throws {
    let json = try text(release(Example.input())["headlines.json"])
    #expect(json.contains(#""value": null"#) && json.contains(#""status": "not-available""#))
  }

  @Test func `a row that is not accounted for stops the release`() {
    let input = Example.input(accounting: [["nca-csv", "100", "98", "1", "90", "5", "3"]])
    let error = #expect(throws: PublicationError.self) {
      try Publish(settings: Example.settings()).run(input)
    }
    #expect(
      error?.description
        == "table 'accounting': source 'nca-csv': 100 rows is not 98 records, 1 rejects and 0 supplied "
        + "counts")
  }

  @Test(arguments: [
    ("value", "many", "a whole number"), ("value", "-1", "0 or more"),
    ("base_start", "2025-02-30", "a day such as 2025-03-31"),
    ("origin", "guessed", "'counted' or 'published'"), ("percent_change", "+x", "a number"),
  ])
  func `a cell that is not what its column says is reported`(
    column: String, cell: String, expected: String
  ) {
    let input = Example.input(comparisons: [Example.comparison([column: cell])])
    let error = #expect(throws: PublicationError.self) {
      try Publish(settings: Example.settings()).run(input)
    }
    #expect(
      error?.description
        == "table 'comparisons': row 1, column '\(column)': expected \(expected), found '\(cell)'")
  }

  @Test func `the methodology sums up what became of the rows`() throws {
    let page = try text(release()["methodology.md"])
    #expect(page.contains("| nca-csv | 100 | 2 | 98 | 90 | 5 | 3 |"))
    #expect(page.contains("| All | 100 | 2 | 98 | 90 | 5 | 3 |"))
    #expect(page.contains("| no date | 3 |"))
  }
}
