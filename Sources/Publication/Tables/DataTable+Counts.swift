import ReleaseModel
import TakedownModel

extension DataTable {
  /// Every count, counted or published, with its origin in the first column.
  static func accounts(_ rows: [CountRow], names: DisplayNames) -> DataTable {
    DataTable(
      name: "accounts", title: "Counts by agency, platform and period",
      key: FigureKey.origin + FigureKey.places, rows: rows,
      columns: countColumns(names))
  }

  /// The figures that were said in public by somebody else, and nothing else.
  static func publishedFigures(_ rows: [CountRow], names: DisplayNames) -> DataTable {
    DataTable(
      name: "published-figures", title: "Figures said in public, not counted from the logs",
      key: FigureKey.origin + FigureKey.places,
      rows: rows.filter { $0.origin == .published }, columns: countColumns(names))
  }

  private static func countColumns(_ names: DisplayNames) -> [ColumnDefinition<CountRow>] {
    [
      .init("origin", "'counted' from the logs, or 'published': said in public by somebody else.") {
        $0.origin.rawValue
      },
      .init(
        "measure",
        MeasureText.meaning
      ) { $0.measure },
      .init("counts", "The units that the figure includes.", missing: "not said") { $0.counts },
      .init("agency", "The agency's id; 'all' counts what several did once.") { $0.agency },
      .init("agency_name", "The agency's name.") { names.agency($0.agency) },
      .init("platform", "The platform's id; 'all', or 'unmapped' for a spelling not recognised.") {
        $0.platform
      },
      .init("platform_name", "The platform's name.") { names.platform($0.platform) },
      .init("period_kind", MeasureText.periodKinds) {
        $0.periodKind
      },
      .init("period", "The name of the period.", missing: "not named") { $0.period },
      .init("period_start", "The first day of the period.", .date, missing: "not said") {
        $0.start?.description ?? ""
      },
      .init("period_end", "The last day of the period, included.", .date, missing: "not said") {
        $0.end?.description ?? ""
      },
      .init(
        "value", "How many.", .integer, unit: "as in measure", missing: "not available, or hidden"
      ) {
        $0.value.map(String.init) ?? ""
      },
      .init(
        "status",
        "'final', 'provisional', 'revised', 'published'; 'c': hidden, as the methodology says.",
        missing: "not said"
      ) { $0.status },
      .init(
        "qualifier", "The word that it was published with; a counted figure is exact.",
        missing: "not said"
      ) {
        $0.qualifier
      },
      .init("source", "Where the figure comes from.", missing: "not said") { $0.source },
    ]
  }
}
