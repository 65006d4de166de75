package import ReleaseModel
import Tabular

/// The stage `emit`: turns the tables of the comparison into what leaves the building.
///
/// Nothing here knows a record or an account: what is not in the tables cannot get out.
package struct Publish: Sendable {
  package static let name = "emit"

  private let settings: PublicationSettings

  package init(settings: PublicationSettings) {
    self.settings = settings
  }

  /// The release, before it is files.
  ///
  /// - Throws: `PublicationError` where a table cannot be read or does not add up.
  package func run(_ input: PublicationInput) throws(PublicationError) -> ReleaseContents {
    let counts = try CountRow.all(in: input.counts)
    let comparisons = try ComparisonRow.all(in: input.comparisons)
    let coverage = try CoverageRow.all(in: input.coverage)
    let sources = try AccountingRow.all(in: input.accounting)
    let reasons = try NotCountedRow.all(in: input.notCounted)
    let names = DisplayNames(agencies: settings.agencies, platforms: settings.platforms)
    let claims = try input.claims.map { said throws(PublicationError) in
      try ClaimsPage(said, settings: settings, names: names)
    }

    let figures = try HeadlineTables(
      counts: counts, comparisons: comparisons, coverage: coverage, rates: input.rates,
      timeliness: input.timeliness)
    let headlines = settings.headlines.map { Headline($0, in: figures, settings: settings) }
    let report = HeadlineReport(headlines, coverage: coverage, settings: settings, names: names)
    let tables = [
      DataTable.accounts(counts, names: names),
      .comparisons(comparisons, names: names),
      .publishedFigures(counts, names: names),
      try input.rates.map { table throws(PublicationError) in try .rates(table, names: names) },
      try input.timeliness.map { table throws(PublicationError) in
        try .timeliness(table, names: names)
      },
      try input.supplied.map { table throws(PublicationError) in
        .suppliedCounts(try SuppliedRow.all(in: table), names: names)
      },
      .coverage(coverage, names: names),
      .records(sources, reasons),
      claims.map { .claims($0.checks, names: names) },
      claims.map { .claimFigures($0.figures, names: names) },
    ].compactMap(\.self).map { $0.with(notice: settings.notice) }
    // A chart has room for one figure of a cell: that of everything, beside a period of its kind.
    let charts = ChartMaker(settings: settings, names: names)
      .charts(counts: counts, comparisons: comparisons.filter(\.isPlain))
    let methodology = Methodology(
      settings: settings, names: names, coverage: coverage, sources: sources, reasons: reasons,
      showsSupplied: input.supplied != nil)

    let documents = [methodology.document] + (claims.map { [$0.document] } ?? [])
    let summaries = SummaryMaker(settings: settings, names: names)

    return ReleaseContents(
      title: settings.title, notice: settings.notice, asOf: settings.asOf,
      tables: tables + [dictionary(tables, charts)], charts: charts,
      headlines: report.forPeople, summaries: summaries.tables(comparisons),
      revisions: summaries.revisions(comparisons), shorthand: methodology.shorthand,
      documents: documents,
      texts: report.files
        + documents.map { ReleaseFile(path: "\($0.name).md", text: Markdown.text($0)) })
  }

  private func dictionary(_ tables: [DataTable], _ charts: [Chart]) -> DataTable {
    let described =
      tables.map { (folder: "data", table: $0) }
      + charts.map { (folder: "charts", table: $0.table) }
    return DataTable.dictionary(of: described, notice: settings.notice)
  }
}
