import ReleaseModel

/// A line for each series over time, named at its end, in a panel for each agency where there are
/// several; what is provisional is dashed and hollow.
struct Lines {
  private static let size = 12.0
  private static let height = 260.0

  let chart: Chart

  /// Draws from a height on; gives the height at which the plot ends.
  func draw(on canvas: inout Canvas, from top: Double) -> Double {
    chart.drawPanels(on: &canvas, from: top) { draw($0, on: &$1, from: $2) }
  }

  private func draw(_ points: [ChartPoint], on canvas: inout Canvas, from top: Double) -> Double {
    let names = chart.series
    let nameWidth =
      names.count > 1 ? (names.map { TextWidth.of($0, size: Self.size) }.max() ?? 0) + 16 : 12
    // Panels share their scale, so that lines can be compared across them.
    let plot = TimePlot(
      categories: chart.categories, greatest: chart.points.compactMap(\.value).max() ?? 0,
      top: top + 16, height: Self.height, rightMargin: min(nameWidth, 200))
    plot.drawAxes(on: &canvas, breaks: chart.breaks)
    // Labels come after all lines, so that none is crossed out.
    for (number, name) in names.enumerated() {
      drawLine(points.filter { $0.series == name }, number, plot, on: &canvas)
    }
    drawLabels(points, plot, on: &canvas)
    if names.count > 1 { drawNames(points, plot, on: &canvas) }
    return plot.bottom + 24
  }

  /// Labels stand above their points, but those of the lowest of several lines below.
  private func drawLabels(_ points: [ChartPoint], _ plot: TimePlot, on canvas: inout Canvas) {
    var taken: [LabelPlace] = []
    for (place, category) in chart.categories.enumerated() {
      let own = points.filter { $0.category == category }
        .sorted { ($0.value ?? 0, $0.order) < ($1.value ?? 0, $1.order) }
      let lowest = own.count > 1 ? own.first { $0.value != nil } : nil
      for point in own {
        let here = (x: plot.centre(place), y: point.value.map(plot.y) ?? plot.bottom)
        let label =
          point == lowest
          ? below(here, point.label, isFirst: place == 0, plot) : (x: here.x, y: here.y - 9)
        taken.append(
          plot.label(
            point.label, x: label.x, y: label.y, size: Self.size, avoiding: taken, hasHalo: true,
            on: &canvas))
      }
    }
  }

  /// Where a label stands below a point; beside one that is too near to the axis, to the left where
  /// no line comes from and there is room, else to the right.
  private func below(
    _ point: (x: Double, y: Double), _ label: String, isFirst: Bool, _ plot: TimePlot
  ) -> (x: Double, y: Double) {
    let below = point.y + Self.size + 6
    let lowest = plot.bottom - 3
    guard below > lowest else { return (point.x, below) }
    let width = TextWidth.of(label, size: Self.size)
    let middle = 7 + width / 2
    return isFirst && point.x - 7 - width >= plot.left - 4
      ? (point.x - middle, min(point.y + 4, lowest)) : (point.x + middle, lowest)
  }

  /// The name of each line beside its last point, raised until it keeps clear of the others.
  private func drawNames(_ points: [ChartPoint], _ plot: TimePlot, on canvas: inout Canvas) {
    let ends = chart.series.compactMap { name in
      points.last { $0.series == name && $0.value != nil }
    }.sorted { ($0.value ?? 0, $0.order) < ($1.value ?? 0, $1.order) }
    var above = Double.infinity
    for end in ends {
      guard let place = chart.categories.firstIndex(of: end.category) else { continue }
      let y = min(plot.y(end.value ?? 0) + 4, above)
      canvas.text(
        end.series, x: plot.centre(place) + 10, y: y, size: Self.size, isBold: true, hasHalo: true)
      above = y - Self.size - 2
    }
  }

  /// A line breaks off where a value is missing.
  private func drawLine(
    _ points: [ChartPoint], _ number: Int, _ plot: TimePlot, on canvas: inout Canvas
  ) {
    let colour = Palette.colour(number)
    var last: (x: Double, y: Double)?
    for point in points {
      guard let value = point.value, let place = chart.categories.firstIndex(of: point.category)
      else {
        last = nil
        continue
      }
      let here = (x: plot.centre(place), y: plot.y(value))
      if let last {
        canvas.line(
          from: last, to: here, colour: colour, width: 2.5, isDashed: point.isProvisional)
      }
      last = here
    }
    for point in points {
      guard let value = point.value, let place = chart.categories.firstIndex(of: point.category)
      else { continue }
      canvas.circle(
        x: plot.centre(place), y: plot.y(value), radius: 3.5,
        fill: point.isProvisional ? Palette.paper : colour, stroke: colour)
    }
  }
}
