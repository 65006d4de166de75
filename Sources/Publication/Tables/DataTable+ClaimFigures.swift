import ReleaseModel
import TakedownModel

extension DataTable {
  /// The figures of each check, with who said them, when and in which words.
  static func claimFigures(_ rows: [ClaimFigureRow], names: DisplayNames) -> DataTable {
    DataTable(
      name: "claim-figures", title: "The figures in the checks of what was said in public",
      key: ["check", "part", "figure_id"], rows: rows, columns: saidColumns(names) + endColumns)
  }

  private static func saidColumns(_ names: DisplayNames) -> [ColumnDefinition<ClaimFigureRow>] {
    [
      .init("check", "The number of the check in claims.", .integer) { String($0.check) },
      .init(
        "part",
        "'at-least' or 'at-most': in which of the two sums it stands; 'figure', or 'base': what a "
          + "change was said to be from."
      ) { $0.part.rawValue },
      .init("figure_id", "The figure's id in the register.") { $0.id },
      .init("publisher", "Who said it.", missing: "not said") { $0.publisher },
      .init("published_on", "The day on which it was said.", .date, missing: "not said") {
        $0.publishedOn?.description ?? ""
      },
      .init("agency", "The id of the agency spoken of.", missing: "not said") { $0.agency },
      .init("agency_name", "Its name.", missing: "not said") { names.agency($0.agency) },
      .init("measure", "What was counted, in the register's word.", missing: "not said") {
        $0.measure
      },
      .init("counts", "The units that the figure includes.", missing: "not said") { $0.counts },
      .init("period_start", "The first day of the period.", .date, missing: "not said") {
        $0.start?.description ?? ""
      },
      .init("period_end", "The last day of the period, included.", .date, missing: "not said") {
        $0.end?.description ?? ""
      },
      .init("qualifier", "The word that it was said with.", missing: "none: a rounded number") {
        $0.qualifier
      },
      .init("value", "The number that was said.", .integer, unit: "as in counts", missing: "none") {
        number($0.value)
      },
      .init("source_title", "Where it was said.", missing: "not said") { $0.sourceTitle },
      .init("source_url", "The address of that.", missing: "not said") { $0.sourceURL },
    ]
  }

  private static var endColumns: [ColumnDefinition<ClaimFigureRow>] {
    let unit = "as in counts"
    return [
      .init(
        "allowed_low", "The least that the words allow.", .integer, unit: unit, missing: "not read"
      ) { number($0.allowedLow) },
      .init(
        "allowed_high", "The most that the words allow.", .integer, unit: unit,
        missing: "no end, or not read"
      ) { number($0.allowedHigh) },
      .init(
        "used", "The end of that range that the sum takes.", .integer, unit: unit,
        missing: "does not apply"
      ) { number($0.used) },
      .init(
        "holds_low", "The least value for which a change that can agree is as said.", .integer,
        unit: unit, missing: "does not apply, or any"
      ) { number($0.holdsLow) },
      .init(
        "holds_high", "The greatest value for which it is as said.", .integer, unit: unit,
        missing: "does not apply, or any"
      ) { number($0.holdsHigh) },
    ]
  }

  private static func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
}
