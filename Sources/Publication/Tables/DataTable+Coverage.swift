import ReleaseModel
import TakedownModel

extension DataTable {
  /// What there is from each agency.
  static func coverage(_ rows: [CoverageRow], names: DisplayNames) -> DataTable {
    let columns: [ColumnDefinition<CoverageRow>] = [
      .init("agency", "The agency's id.") { $0.agency },
      .init("agency_name", "The agency's name.") { names.agency($0.agency) },
      .init(
        "records", "Records in its logs.", .integer, unit: "records", missing: "hidden: see [c]"
      ) {
        $0.records.map(String.init) ?? ""
      },
      .init(
        "takedowns", "Takedowns among them.", .integer, unit: "takedowns",
        missing: "hidden: see [c]"
      ) {
        $0.takedowns.map(String.init) ?? ""
      },
      .init("first_day", "The day of the first record.", .date, missing: "no records") {
        $0.firstDay?.description ?? ""
      },
      .init("last_day", "The day of the last record.", .date, missing: "no records") {
        $0.lastDay?.description ?? ""
      },
    ]
    return DataTable(
      name: "coverage", title: "What the logs of each agency cover", key: ["agency"], rows: rows,
      columns: columns)
  }
}
