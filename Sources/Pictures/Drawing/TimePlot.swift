import ReleaseModel
import TakedownModel

/// The axes of a chart over time: categories along the bottom, values from zero up.
struct TimePlot {
  private static let size = 12.0

  let categories: [String]
  let scale: ValueScale
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  init(categories: [String], greatest: Int, top: Double, height: Double, rightMargin: Double = 0) {
    self.categories = categories
    scale = ValueScale(greatest: greatest)
    let widest =
      scale.ticks.map { TextWidth.of(DigitGroups.text($0), size: Self.size) }.max() ?? 0
    left = ChartFrame.margin + widest + 10
    right = ChartFrame.width - ChartFrame.margin - rightMargin
    self.top = top
    bottom = top + height
  }

  /// How much room a category has along the axis.
  var step: Double { (right - left) / Double(max(1, categories.count)) }

  func centre(_ place: Int) -> Double { left + (Double(place) + 0.5) * step }

  func y(_ value: Int) -> Double { bottom - scale.length(of: value, along: bottom - top) }

  func drawAxes(on canvas: inout Canvas, breaks: [Chart.Break]) {
    for tick in scale.ticks {
      canvas.line(
        from: (left, y(tick)), to: (right, y(tick)),
        colour: tick == 0 ? Palette.ink : Palette.grid)
      canvas.text(
        DigitGroups.text(tick), x: left - 8, y: y(tick) + 4, size: Self.size, anchor: .end,
        colour: Palette.quiet)
    }
    for (place, category) in categories.enumerated() {
      canvas.text(
        shortened(category), x: centre(place), y: bottom + 17, size: Self.size, anchor: .middle)
    }
    for event in breaks {
      let x = left + Double(event.before) * step
      canvas.line(
        from: (x, top - 16), to: (x, bottom), colour: Palette.ink, width: 1.5, isDashed: true)
      canvas.text("[b]", x: x + 4, y: top - 6, size: Self.size)
    }
  }

  /// A name that fits below its place, the whole one being in the table: `September` as `Sep`.
  private func shortened(_ category: String) -> String {
    guard TextWidth.of(category, size: Self.size) > step - 4 else { return category }
    return String(category.prefix(3))
  }

  /// Writes a label, raised until it keeps clear of those before.
  func label(
    _ text: String, x: Double, y: Double, size: Double, avoiding taken: [LabelPlace],
    hasHalo: Bool = false, on canvas: inout Canvas
  ) -> LabelPlace {
    var place = LabelPlace(text, x: x, y: y, size: size)
    var height = y
    while height > top - 30, taken.contains(where: place.overlaps) {
      height -= size + 1
      place = LabelPlace(text, x: x, y: height, size: size)
    }
    canvas.text(text, x: x, y: height, size: size, anchor: .middle, hasHalo: hasHalo)
    return place
  }
}
