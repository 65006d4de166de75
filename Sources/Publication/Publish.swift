import Tabular

/// The stage `emit`: turns the tables of the comparison into the files that leave the building.
///
/// Nothing here knows a record or an account: what is not in the tables cannot get out.
package struct Publish: Sendable {
  package static let name = "emit"

  private let settings: PublicationSettings

  package init(settings: PublicationSettings) {
    self.settings = settings
  }

  /// The files of the release, sorted by path; the same input gives the same bytes.
  ///
  /// - Throws: `PublicationError` where a table cannot be read or does not add up.
  package func run(_ input: PublicationInput) throws(PublicationError) -> [ReleaseFile] {
    let counts = try CountRow.all(in: input.counts)
    let comparisons = try ComparisonRow.all(in: input.comparisons)
    let coverage = try CoverageRow.all(in: input.coverage)
    let sources = try AccountingRow.all(in: input.accounting)
    let reasons = try NotCountedRow.all(in: input.notCounted)
    let names = DisplayNames(agencies: settings.agencies, platforms: settings.platforms)

    let headlines = settings.headlines.map {
      Headline($0, comparisons: comparisons, coverage: coverage, settings: settings)
    }
    let report = HeadlineReport(headlines, coverage: coverage, settings: settings, names: names)
    let tables = [
      DataTable.accounts(counts, names: names),
      .comparisons(comparisons, names: names),
      .publishedFigures(counts, names: names),
      try input.rates.map { table throws(PublicationError) in try .rates(table, names: names) },
      try input.timeliness.map { table throws(PublicationError) in
        try .timeliness(table, names: names)
      },
      .coverage(coverage, names: names),
      .records(sources, reasons),
    ].compactMap(\.self).map { $0.with(notice: settings.notice) }
    // A chart has room for one figure of a cell: that of everything, beside a period of its kind.
    let charts = ChartMaker(settings: settings, names: names)
      .charts(counts: counts, comparisons: comparisons.filter(\.isPlain))
    let methodology = Methodology(
      settings: settings, names: names, coverage: coverage, sources: sources, reasons: reasons)

    return
      (headlineFiles(report) + dataFiles(tables, charts: charts) + charts.flatMap(\.files)
      + [ReleaseFile(path: "methodology.md", text: methodology.text)])
      .sorted { $0.path < $1.path }
  }

  private func headlineFiles(_ report: HeadlineReport) -> [ReleaseFile] {
    [
      ReleaseFile(path: "headlines.txt", text: report.text),
      ReleaseFile(path: "headlines.json", text: report.json.prettyText),
    ]
  }

  private func dataFiles(_ tables: [DataTable], charts: [Chart]) -> [ReleaseFile] {
    let described =
      tables.map { (folder: "data", table: $0) }
      + charts.map { (folder: "charts", table: $0.table) }
    let dictionary = DataTable.dictionary(of: described, notice: settings.notice)
    return (tables + [dictionary]).map {
      ReleaseFile(path: "data/\($0.name).csv", bytes: $0.csv)
    }
  }
}
