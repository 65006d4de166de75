import ReleaseModel
import TakedownModel

extension DataTable {
  /// Every period beside the one that it is compared with.
  static func comparisons(_ rows: [ComparisonRow], names: DisplayNames) -> DataTable {
    DataTable(
      name: "comparisons", title: "Periods beside the ones that they are compared with",
      key: FigureKey.origin + FigureKey.places + ["basis", "coverage"], rows: rows,
      columns: whatColumns(names) + periodColumns + changeColumns + coverageColumns)
  }

  private static func whatColumns(
    _ names: DisplayNames
  ) -> [ColumnDefinition<ComparisonRow>] {
    [
      .init("origin", "'counted' from the logs, or 'published': said in public by somebody else.") {
        $0.origin.rawValue
      },
      .init(
        "measure",
        MeasureText.meaning
      ) { $0.measure },
      .init("counts", "The units that the figures include.", missing: "not said") { $0.counts },
      .init("agency", "The agency's id; 'all' counts what several did once.") { $0.agency },
      .init("agency_name", "The agency's name.") { names.agency($0.agency) },
      .init("platform", "The platform's id; 'all', or 'unmapped' for a spelling not recognised.") {
        $0.platform
      },
      .init("platform_name", "The platform's name.") { names.platform($0.platform) },
    ]
  }

  private static var periodColumns: [ColumnDefinition<ComparisonRow>] {
    [
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
      .init("base_period", "The name of the period compared with.", missing: "not named") {
        $0.basePeriod
      },
      .init("base_start", "The first day of that period.", .date, missing: "not said") {
        $0.baseStart?.description ?? ""
      },
      .init("base_end", "The last day of that period, included.", .date, missing: "not said") {
        $0.baseEnd?.description ?? ""
      },
      .init(
        "base_value", "How many in that period.", .integer, unit: "as in measure",
        missing: "not available, or hidden"
      ) { $0.baseValue.map(String.init) ?? "" },
    ]
  }

  private static var changeColumns: [ColumnDefinition<ComparisonRow>] {
    [
      .init(
        "change", "The value less the value compared with.", .integer, unit: "as in measure",
        missing: "a value is not available"
      ) { $0.change.map(String.init) ?? "" },
      .init(
        "percent_change", "The change in per cent of the value compared with.", .decimal(1),
        unit: "per cent", missing: "the value compared with is 0 or not available"
      ) { $0.percentChange },
      .init(
        "factor", "How many times the value compared with the value is.", .decimal(2),
        unit: "times",
        missing: "the value compared with is 0 or not available"
      ) { $0.factor },
      .init(
        "basis",
        "'same-period': the same days of both years; 'full-period': whole periods; 'unlike': periods "
          + "of different kinds or lengths."
      ) { $0.basis },
      .init(
        "status",
        "'final', 'provisional', 'revised', 'published', or 'c': the value is hidden, as the "
          + "methodology says.",
        missing: "not said"
      ) { $0.status },
      .init(
        "marks",
        "Shorthand: [z] no percentage, [x] not available, [b] break, [p] provisional, "
          + "[r] revised, [c] hidden.",
        missing: "none"
      ) { $0.marks.joined(separator: " ") },
      .init("qualifier", "The word that the value was said with.", missing: "a counted figure") {
        $0.qualifier
      },
      .init(
        "base_qualifier", "The word that the value compared with was said with.",
        missing: "a counted figure"
      ) { $0.baseQualifier },
      .init("note", "What has to be known of the comparison.", missing: "none") { $0.note },
      .init("source", "Where the figures come from.", missing: "not said") { $0.source },
    ]
  }

  private static var coverageColumns: [ColumnDefinition<ComparisonRow>] {
    [
      .init(
        "coverage",
        "'all': everything on each side; 'matched': only the agencies and platforms that have records "
          + "on both, where they differ; 'not-said' of published figures."
      ) { $0.coverage.isEmpty ? "not-said" : $0.coverage },
      .init(
        "agencies", "The ids of the agencies with records in the period.",
        missing: "none, or not said"
      ) { $0.agencies },
      .init(
        "base_agencies", "The same of the period compared with.", missing: "none, or not said"
      ) { $0.baseAgencies },
      .init(
        "platforms", "The ids of the platforms with records in the period.",
        missing: "none, or not said"
      ) { $0.platforms },
      .init(
        "base_platforms", "The same of the period compared with.", missing: "none, or not said"
      ) { $0.basePlatforms },
    ]
  }
}
