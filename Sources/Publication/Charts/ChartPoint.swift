import TakedownModel

/// One bar of a chart.
struct ChartPoint {
  /// The place among the bars, 1-based.
  let order: Int
  /// What the bar is named by on its axis.
  let category: String
  /// Which bars have the same colour.
  let series: String
  let agency: String
  let platform: String
  let measure: String
  let start: CalendarDate?
  let end: CalendarDate?
  /// Nil when it is not available.
  let value: Int?
  /// `final`, `provisional`, `c` for a hidden value, or empty where it is not said.
  let status: String
  /// The word that a published figure was said with.
  var qualifier = ""
  var source = ""

  /// What stands at the end of the bar: `1,234 [p]`, or `[x]` where there is no value, or `[c]`.
  var label: String {
    guard let value else { return status == "c" ? "[c]" : "[x]" }
    let number = NumberText.grouped(value)
    let words = qualifier.isEmpty || qualifier == "exactly" ? number : "\(qualifier) \(number)"
    return status == "provisional" ? "\(words) [p]" : words
  }
}

extension DataTable {
  /// The bars of a chart in long form.
  static func chart(
    name: String, title: String, _ points: [ChartPoint], names: DisplayNames
  ) -> DataTable {
    let columns: [ColumnDefinition<ChartPoint>] = [
      .init("order", "The place among the bars, from the first.", .integer, unit: "place") {
        String($0.order)
      },
      .init("category", "What the bar is named by.") { $0.category },
      .init("series", "Bars of the same series have the same colour.") { $0.series },
      .init("agency", "The agency's id; 'all' counts what several did once.") { $0.agency },
      .init("agency_name", "The agency's name.") { names.agency($0.agency) },
      .init("platform", "The platform's id, 'all' or 'unmapped'.") { $0.platform },
      .init("platform_name", "The platform's name.") { names.platform($0.platform) },
      .init("measure", "What is counted.") { $0.measure },
      .init("first_day", "The first day of the period.", .date, missing: "not said") {
        $0.start?.description ?? ""
      },
      .init("last_day", "The last day of the period, included.", .date, missing: "not said") {
        $0.end?.description ?? ""
      },
      .init("value", "How many.", .integer, unit: "as in measure", missing: "not available") {
        $0.value.map(String.init) ?? ""
      },
      .init("status", "'final', 'provisional', or 'c' for a hidden value.", missing: "not said") {
        $0.status
      },
      .init(
        "label",
        "The value as it stands at the bar: [p] provisional, [x] not available, [c] hidden."
      ) { $0.label },
      .init("source", "Where the figure comes from.", missing: "not said") { $0.source },
    ]
    return DataTable(name: name, title: title, rows: points, columns: columns)
  }
}
