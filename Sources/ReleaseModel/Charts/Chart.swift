import TakedownModel

/// A picture before it is drawn: what it shows, in words and figures.
///
/// Its texts are lines that any program can draw, whatever the names in them hold.
package struct Chart: Sendable {
  /// How the figures are shown.
  package enum Shape: Hashable, Sendable {
    /// Bars to the right, from categories below one another.
    case barsRightwards
    /// Bars up, from categories beside one another in time.
    case barsUpwards
    /// A line for each series over categories in time.
    case lines
  }

  /// A dated event across which figures do not compare.
  package struct Break: Hashable, Sendable {
    /// The place of the first category after it, 0-based.
    package let before: Int
    package let text: String

    package init(before: Int, text: String) {
      self.before = before
      self.text = PlainLine.text(text)
    }
  }

  /// The name of its files, without extension.
  package let name: String
  /// What the picture shows, in a sentence.
  package let headline: String
  /// What is counted, over which days and in which unit.
  package let subtitle: String
  /// Shorthand, what has to be known, and the source.
  package let notes: [String]
  /// Words that stand on everything; empty for none.
  package let notice: String
  /// The picture in words, for who cannot see it.
  package let description: String
  package let shape: Shape
  /// The name of the value's axis.
  package let unit: String
  /// Whether the points of a category stand side by side, one for each series.
  package let isGrouped: Bool
  /// Whether each agency has a panel of its own.
  package let hasPanels: Bool
  package let breaks: [Break]
  package let points: [ChartPoint]
  /// The points in long form, notice included.
  package let table: DataTable

  /// A description begins with the headline and the subtitle; `figures` goes on with what is seen.
  package init(
    name: String, headline: String, subtitle: String, notes: [String], notice: String,
    figures: String, shape: Shape, unit: String, isGrouped: Bool = true, hasPanels: Bool = false,
    breaks: [Break] = [], points: [ChartPoint]
  ) {
    self.name = name
    self.headline = PlainLine.text(headline)
    self.subtitle = PlainLine.text(subtitle)
    // The source stays last.
    let events = breaks.map { "[b] \($0.text)" }
    self.notes = (Array(notes.dropLast()) + events + Array(notes.suffix(1)))
      .filter { !$0.isEmpty }.map(PlainLine.text)
    self.notice = PlainLine.text(notice)
    description = [self.headline + ".", self.subtitle, PlainLine.text(figures)]
      .filter { !$0.isEmpty }.joined(separator: " ")
    self.shape = shape
    self.unit = unit
    self.isGrouped = isGrouped
    self.hasPanels = hasPanels
    self.breaks = breaks
    self.points = points
    table = DataTable.chart(name: name, title: self.headline, points).with(notice: self.notice)
  }

  /// The names of the series, in the order of the points.
  package var series: [String] { distinct(\.series) }

  /// The names of the categories, in the order of the points.
  package var categories: [String] { distinct(\.category) }

  private func distinct(_ part: (ChartPoint) -> String) -> [String] {
    var seen: Set<String> = []
    return points.map(part).filter { seen.insert($0).inserted }
  }
}
