/// A picture before it is drawn: what it shows, in words and figures.
package struct Chart: Sendable {
  /// How the figures are shown.
  package enum Shape: Hashable, Sendable {
    /// Bars to the right, from categories below one another.
    case barsRightwards
    /// Bars up, from categories beside one another.
    case barsUpwards
  }

  /// The name of its files, without extension.
  package let name: String
  /// What the picture shows, in a sentence.
  package let headline: String
  /// What is counted, over which days and in which unit; then notes, source and notice.
  package let lines: [String]
  package let shape: Shape
  /// The name of the value's axis.
  package let unit: String
  /// Whether the bars of a category stand side by side, one for each series.
  package let isGrouped: Bool
  /// Whether each agency has a panel of its own.
  package let hasPanels: Bool
  package let points: [ChartPoint]
  /// The points in long form, notice included.
  package let table: DataTable

  package init(
    name: String, headline: String, lines: [String], notice: String, shape: Shape, unit: String,
    isGrouped: Bool = true, hasPanels: Bool = false, points: [ChartPoint]
  ) {
    self.name = name
    self.headline = headline
    self.lines = (lines + [notice]).filter { !$0.isEmpty }
    self.shape = shape
    self.unit = unit
    self.isGrouped = isGrouped
    self.hasPanels = hasPanels
    self.points = points
    table = DataTable.chart(name: name, title: headline, points).with(notice: notice)
  }
}
