import ReleaseModel

/// Bars to the right, from categories below one another, each with its number at its end.
struct RightwardBars {
  private static let size = 14.0
  private static let thickness = 18.0
  private static let gap = 2.0
  private static let groupGap = 14.0

  let chart: Chart

  /// Draws from a height on; gives the height at which the plot ends.
  func draw(on canvas: inout Canvas, from top: Double) -> Double {
    let widest = chart.categories.map { TextWidth.of($0, size: Self.size) }.max() ?? 0
    let labelWidth = min(widest, 220)
    let left = ChartFrame.margin + labelWidth + 12
    let numbers = chart.points.map { TextWidth.of($0.label, size: Self.size) }.max() ?? 0
    let length = max(80, ChartFrame.width - ChartFrame.margin - left - numbers - 8)
    let scale = ValueScale(greatest: chart.points.compactMap(\.value).max() ?? 0)
    var y = top
    for category in chart.categories {
      let points = chart.points.filter { $0.category == category }
      let lines = TextWidth.lines(category, size: Self.size, width: labelWidth)
      let bars = Double(points.count) * (Self.thickness + Self.gap) - Self.gap
      let height = max(bars, Double(lines.count) * 18)
      var baseline = y + (height - Double(lines.count) * 18) / 2 + 14
      for line in lines {
        canvas.text(line, x: ChartFrame.margin, y: baseline, size: Self.size)
        baseline += 18
      }
      var barTop = y + (height - bars) / 2
      for point in points {
        draw(point, on: &canvas, x: left, y: barTop, along: length, scale)
        barTop += Self.thickness + Self.gap
      }
      y += height + Self.groupGap
    }
    y -= Self.groupGap
    canvas.line(from: (left, top - 6), to: (left, y + 6), colour: Palette.ink)
    return y + 6
  }

  private func draw(
    _ point: ChartPoint, on canvas: inout Canvas, x: Double, y: Double, along length: Double,
    _ scale: ValueScale
  ) {
    let width = scale.length(of: point.value ?? 0, along: length)
    let series = chart.colour(of: point)
    if width > 0 {
      let isPale = point.isProvisional
      canvas.rectangle(
        x: x, y: y, width: width, height: Self.thickness,
        fill: isPale ? Palette.pale(series) : Palette.colour(series),
        stroke: isPale ? Palette.colour(series) : nil)
    }
    canvas.text(point.label, x: x + width + 6, y: y + 14, size: Self.size)
  }
}
