/// The colours of charts.
enum Palette {
  static let ink = "#0B0C0C"
  static let quiet = "#484949"
  static let grid = "#D8D8D8"
  static let paper = "#FFFFFF"

  /// Four colours that stay apart for most colour-blind readers.
  static let series = ["#12436D", "#28A197", "#801650", "#F46A25"]
  /// The same on paper at less than half their strength, for what is provisional.
  private static let paleSeries = ["#A0B4C5", "#A9D9D5", "#CCA2B9", "#FBC3A8"]

  static func colour(_ series: Int) -> String { Self.series[series % Self.series.count] }
  static func pale(_ series: Int) -> String { paleSeries[series % paleSeries.count] }
}
