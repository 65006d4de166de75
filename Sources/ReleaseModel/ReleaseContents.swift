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
  /// In the order in which they are read out.
  package let headlines: [ReleaseHeadline]
  /// The few tables that most readers look for.
  package let summaries: [SummaryTable]
  /// Figures that an earlier release had otherwise; none where none was looked at.
  package let revisions: [FigureRevision]
  package let shorthand: [Shorthand]
  /// How it was counted, and what was said in public, before they are Markdown or HTML.
  package let documents: [Document]
  /// The parts that are texts already: headlines, and the documents as Markdown.
  package let texts: [ReleaseFile]

  package init(
    title: String, notice: String, asOf: CalendarDate, tables: [DataTable], charts: [Chart],
    headlines: [ReleaseHeadline] = [], summaries: [SummaryTable] = [],
    revisions: [FigureRevision] = [], shorthand: [Shorthand] = [], documents: [Document] = [],
    texts: [ReleaseFile]
  ) {
    self.title = title
    self.notice = notice
    self.asOf = asOf
    self.tables = tables
    self.charts = charts
    self.headlines = headlines
    self.summaries = summaries
    self.revisions = revisions
    self.shorthand = shorthand
    self.documents = documents
    self.texts = texts
  }
}
