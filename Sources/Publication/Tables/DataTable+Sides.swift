import ReleaseModel
import Tabular
import TakedownModel

extension DataTable {
  /// Rates, each with what it is made of.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func rates(_ table: Table, names: DisplayNames) throws(PublicationError) -> DataTable {
    let columns: [SideColumn] = [
      SideColumn(
        "rate", "The numerator divided by the denominator, in the unit beside it.", .decimal(1),
        unit: "as in unit", missing: "the denominator is 0"),
      SideColumn("unit", "'percent' or 'per million users'."),
      SideColumn(
        "numerator", "What is above the line: takedowns, or accounts.", .integer,
        unit: "as in counts"),
      SideColumn(
        "denominator",
        "What is below it: takedowns and refused referrals, or the users of the platform.",
        .integer, unit: "as in denominator_unit"),
      SideColumn("denominator_unit", "What the denominator counts: 'records' or 'users'."),
      SideColumn(
        "left_out", "Referrals that are pending or have no answer, in neither of the two.",
        .integer, unit: "records", missing: "does not apply"),
      SideColumn(
        "denominator_date", "The day that the number of users is of.", .date,
        missing: "does not apply"),
      SideColumn(
        "denominator_source", "Where the number of users was said.", missing: "does not apply"),
    ]
    return try sides(
      name: "rates", title: "Rates by agency, platform and period", table,
      measure: "'removal-rate', or 'accounts-per-million-users'.", columns, names)
  }

  /// How long actions took.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func timeliness(
    _ table: Table, names: DisplayNames
  ) throws(PublicationError) -> DataTable {
    let none = "no record has both times"
    func within(_ hours: Int) -> [SideColumn] {
      [
        SideColumn(
          "within_\(hours)_hours", "Records acted on within \(hours) hours.", .integer,
          unit: "records", missing: none),
        SideColumn(
          "within_\(hours)_hours_percent", "Their share of the records with both times.",
          .decimal(1),
          unit: "per cent", missing: none),
      ]
    }
    let columns: [SideColumn] =
      [
        SideColumn("records", "Records with such an action.", .integer, unit: "records"),
        SideColumn(
          "with_both_times", "Records that say when they were referred and when acted on.",
          .integer, unit: "records"),
        SideColumn(
          "median_seconds",
          "The middle time from referral to action; of an even number, the mean of the two.",
          .decimal(1), unit: "seconds", missing: none),
        SideColumn("median_hours", "The same in hours.", .decimal(1), unit: "hours", missing: none),
        SideColumn(
          "p90_seconds", "The shortest time that at least nine in ten records did not exceed.",
          .integer, unit: "seconds", missing: none),
        SideColumn("p90_hours", "The same in hours.", .decimal(1), unit: "hours", missing: none),
      ] + within(24) + within(72)
    return try sides(
      name: "timeliness", title: "How long platforms took to act", table,
      measure:
        "'time-to-action' of what was taken down, restricted or refused, or 'time-to-takedown'.",
      columns, names)
  }

  private static func sides(
    name: String, title: String, _ table: Table, measure: String, _ own: [SideColumn],
    _ names: DisplayNames
  ) throws(PublicationError) -> DataTable {
    let shared = [
      SideColumn("measure", measure), SideColumn("counts", "The units that the figures include."),
      SideColumn("agency", "The agency's id; 'all' for all of them together."),
      SideColumn("platform", "The platform's id; 'all', or 'unmapped' for one not recognised."),
      SideColumn("period_kind", "The kind of period, as in the table of accounts."),
      SideColumn("period", "The name of the period."),
      SideColumn("period_start", "The first day of the period.", .date),
      SideColumn("period_end", "The last day of the period, included.", .date),
    ]
    let ending = [
      SideColumn("status", "'final' or 'provisional'."),
      SideColumn(
        "marks", "Shorthand: [z] nothing to divide by, [x] not available, [p] provisional.",
        missing: "none"),
    ]
    let columns = shared + own + ending
    let reader = try RowReader(table, name: name, columns: columns.map(\.name))
    for row in table.rows.indices {
      for column in columns { try column.check(reader, row) }
    }
    let definitions = columns.flatMap { column -> [ColumnDefinition<Int>] in
      let definition = ColumnDefinition<Int>(
        column.name, column.meaning, column.kind, unit: column.unit, missing: column.missing
      ) { reader.text(column.name, $0) }
      switch column.name {
      case "agency":
        return [
          definition,
          .init("agency_name", "The agency's name.") { names.agency(reader.text("agency", $0)) },
        ]
      case "platform":
        return [
          definition,
          .init("platform_name", "The platform's name.") {
            names.platform(reader.text("platform", $0))
          },
        ]
      default: return [definition]
      }
    }
    return DataTable(
      name: name, title: title, key: FigureKey.places, rows: Array(table.rows.indices),
      columns: definitions)
  }
}

/// A column that is published as the stage before left it.
private struct SideColumn {
  let name: String
  let meaning: String
  let kind: DataColumn.Kind
  let unit: String
  let missing: String

  init(
    _ name: String, _ meaning: String, _ kind: DataColumn.Kind = .text, unit: String = "",
    missing: String = ""
  ) {
    self.name = name
    self.meaning = meaning
    self.kind = kind
    self.unit = unit
    self.missing = missing
  }

  /// - Throws: `PublicationError` with code `unreadableCell` where a cell is not of the kind.
  func check(_ reader: RowReader, _ row: Int) throws(PublicationError) {
    switch kind {
    case .text: break
    case .integer: _ = try reader.count(name, row)
    case .decimal: _ = try reader.decimal(name, row)
    case .date: _ = try reader.date(name, row)
    }
  }
}
