import ReleaseModel
import TakedownModel

extension DataTable {
  /// What others have counted; apart from the counts, since nobody can drop duplicates from it.
  static func suppliedCounts(_ rows: [SuppliedRow], names: DisplayNames) -> DataTable {
    DataTable(
      name: "supplied-counts",
      title: "Counts supplied by others, not de-duplicated and part of no other figure",
      key: [
        "measure", "counts", "agency", "platform", "country", "category", "period_start",
        "period_end",
      ],
      rows: rows,
      columns: [
        .init("measure", "What was counted, in the word of the source.") { $0.measure },
        .init("counts", "The units that the figure includes.", missing: "not said") { $0.counts },
        .init("agency", "The id of the agency or company that counted.", missing: "not said") {
          $0.agency
        },
        .init("agency_name", "Its name.", missing: "not said") { names.publisher($0.agency) },
        .init(
          "platform", "The platform's id; 'all', or 'unmapped' for a spelling not recognised."
        ) { $0.platform },
        .init("platform_name", "The platform's name.") { names.platform($0.platform) },
        .init("country", "The country that the figure is of.", missing: "all") { $0.country },
        .init("category", "What the figure is of, in the words of the source.", missing: "all") {
          $0.category
        },
        .init("period_start", "The first day of the period.", .date) {
          $0.start?.description ?? ""
        },
        .init("period_end", "The last day of the period, included.", .date) {
          $0.end?.description ?? ""
        },
        .init("value", "How many, as supplied.", .integer, unit: "as in counts") {
          $0.value.map(String.init) ?? ""
        },
        .init("source", "The source that has the figure.") { $0.source },
        .init("edition", "The edition that the figure stands in.", missing: "not said") {
          $0.vintage
        },
      ])
  }
}
