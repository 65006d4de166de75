import TakedownModel

/// Where a figure comes from.
enum Origin: String {
  /// Counted from the records.
  case counted
  /// Said in public by someone.
  case published
  /// Counted by others and handed over as a table.
  case counts
}

/// How sure a figure is to stay.
enum FigureStatus: String {
  case final, provisional, published, supplied
}

/// What a figure is of: the cells that both tables share.
struct FigureKey {
  let origin: Origin
  let measure: String
  /// The units counted, joined by `+`.
  let counts: String
  let agency: String
  let platform: String
  let period: Period

  /// The id that stands for all agencies or all platforms.
  static let all = "all"

  static let columns = [
    "origin", "measure", "counts", "agency", "platform", "period_kind", "period", "period_start",
    "period_end",
  ]

  var cells: [String] {
    [
      origin.rawValue, measure, counts, agency, platform, period.kind.rawValue, period.name,
      period.window.start.description, period.window.end.description,
    ]
  }
}

/// A row of the table of counts.
struct FigureRow {
  let key: FigureKey
  let value: Int
  let status: FigureStatus
  let qualifier: String
  let source: String
  /// The country that a supplied count is of; empty for all, as for every figure counted here.
  var country = ""
  /// The policy area that a supplied count is of, in its publisher's words; empty for all.
  var category = ""
  /// The edition that a supplied count stands in.
  var vintage = ""

  static let columns =
    FigureKey.columns + [
      "value", "status", "qualifier", "source", "country", "category", "vintage",
    ]

  var cells: [String] {
    key.cells + [String(value), status.rawValue, qualifier, source, country, category, vintage]
  }
}

/// A row of the table of comparisons.
struct ComparisonRow {
  let key: FigureKey
  let base: Period
  let change: Change
  let basis: Basis
  let status: FigureStatus
  /// Shorthand such as `[p]`, in any order.
  let marks: Set<String>
  let qualifier: String
  let baseQualifier: String
  let notes: [String]
  let source: String
  /// Whose records stand behind the two sides; nil where nothing was counted here.
  var coverage: SideCoverage?

  static let columns =
    FigureKey.columns + [
      "value", "base_period", "base_start", "base_end", "base_value", "change", "percent_change",
      "factor", "basis", "status", "marks", "qualifier", "base_qualifier", "note", "source",
    ] + SideCoverage.columns

  var cells: [String] {
    key.cells + [
      change.value, base.name, base.window.start.description, base.window.end.description,
      change.base, change.difference, change.percent, change.factor, basis.rawValue,
      status.rawValue, marks.sorted().joined(separator: " "), qualifier, baseQualifier,
      notes.joined(separator: "; "), source,
    ] + (coverage?.cells ?? SideCoverage.none)
  }
}
