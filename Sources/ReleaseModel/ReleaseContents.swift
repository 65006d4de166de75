package import TakedownModel

/// A release before it is files: everything that any of its formats says.
package struct ReleaseContents: Sendable {
  package let title: String
  /// Words that stand on everything the release shows; empty for none.
  package let notice: String
  /// The last day counted.
  package let asOf: CalendarDate
  /// The data tables in the order in which they are listed; the dictionary of all comes last.
  package let tables: [DataTable]
  /// In the order in which they are shown.
  package let charts: [Chart]
  /// The parts that are texts already: headlines and methodology.
  package let texts: [ReleaseFile]

  package init(
    title: String, notice: String, asOf: CalendarDate, tables: [DataTable], charts: [Chart],
    texts: [ReleaseFile]
  ) {
    self.title = title
    self.notice = notice
    self.asOf = asOf
    self.tables = tables
    self.charts = charts
    self.texts = texts
  }
}
