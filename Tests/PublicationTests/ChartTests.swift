import ReleaseModel
import Tabular
import TakedownModel
import Testing

@testable import Pictures
@testable import Publication

struct ChartTests {
  private var charts: [Chart] {
    get throws {
      let settings = Example.settings(notice: "=Made-up data")
      return ChartMaker(
        settings: settings,
        names: DisplayNames(agencies: settings.agencies, platforms: settings.platforms)
      ).charts(
        counts: try CountRow.all(in: Example.fullInput.counts),
        comparisons: try ComparisonRow.all(in: Example.fullInput.comparisons))
    }
  }

  /// The values of all members with a key, at any depth.
  private func values(of key: String, in json: JSONValue) -> [JSONValue] {
    switch json {
    case .object(let members):
      members.flatMap { ($0.key == key ? [$0.value] : []) + values(of: key, in: $0.value) }
    case .array(let elements): elements.flatMap { values(of: key, in: $0) }
    default: []
    }
  }

  @Test func `every field that a specification names is a column of its file`() throws {
    for chart in try charts {
      let header = try #require(
        String(decoding: chart.table.csv, as: UTF8.self).split(separator: "\n").first)
      let columns = header.split(separator: ",").map(String.init)
      let fields = values(of: "field", in: VegaSpecification(chart: chart).json)
        .compactMap(\.string)
      #expect(fields.count >= 5)
      #expect(fields.allSatisfy(columns.contains), "\(chart.table.name): \(fields)")
      #expect(
        values(of: "url", in: VegaSpecification(chart: chart).json) == [
          .string("\(chart.table.name).csv")
        ])
    }
  }

  @Test func `every name that a specification gives a colour is in its file`() throws {
    var count = 0
    for chart in try charts {
      let cells = Set(chart.table.rows.flatMap(\.self).map(CellText.defused))
      let names = values(of: "domain", in: VegaSpecification(chart: chart).json).flatMap(\.elements)
      #expect(names.allSatisfy { cells.contains($0.string ?? "") })
      count += names.count
    }
    #expect(count > 0)
  }

  @Test func `titles say what the figures show`() throws {
    let titles = try charts.map {
      values(of: "text", in: VegaSpecification(chart: $0).json).first?.elements.compactMap(\.string)
        .joined(separator: " ")
    }
    #expect(
      titles == [
        "More accounts were taken down than a year earlier in each of 4 months",
        "4,150 accounts taken down from 1 July 2024 to 31 October 2024, up from 3,600 a year earlier",
        "TikTok had the most accounts taken down",
        "The National Crime Agency had the most accounts taken down",
        "Figures said in public about full calendar years",
      ])
  }

  @Test func `bars are labelled, and what is provisional or missing is marked`() throws {
    let labels = try charts.map { Set($0.table.cells(of: "label")) }
    #expect(labels[0].contains("1,600 [p]"))
    #expect(labels[2] == ["4,000", "9,500 [p]", "9,000 [p]", "12 [p]"])
    #expect(labels[3].contains("[x]"))
    #expect(labels[4] == ["more than 8,000", "almost 10,700", "about 10,000"])
  }

  @Test func `two statements on the same year are two bars`() throws {
    let published = try #require(try charts.last)
    #expect(
      published.table.cells(of: "category") == [
        "2023, accounts, pages and posts, National Crime Agency",
        "2024, accounts, pages and posts, National Crime Agency",
        "2024, accounts, pages and posts, National Crime Agency (2)",
      ])
  }
}
