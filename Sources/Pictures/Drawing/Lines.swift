import ReleaseModel

/// A line for each series over time, named at its end; what is provisional is dashed and hollow.
struct Lines {
  private static let size = 12.0
  private static let height = 260.0

  let chart: Chart

  /// Draws from a height on; gives the height at which the plot ends.
  func draw(on canvas: inout Canvas, from top: Double) -> Double {
    let names = chart.series
    let nameWidth =
      names.count > 1 ? (names.map { TextWidth.of($0, size: Self.size) }.max() ?? 0) + 16 : 12
    let plot = TimePlot(
      categories: chart.categories, greatest: chart.points.compactMap(\.value).max() ?? 0,
      top: top + 16, height: Self.height, rightMargin: min(nameWidth, 200))
    plot.drawAxes(on: &canvas, breaks: chart.breaks)
    var taken: [LabelPlace] = []
    for (number, name) in names.enumerated() {
      let points = chart.points.filter { $0.series == name }
      drawLine(points, number, plot, on: &canvas)
      for point in points {
        guard let place = chart.categories.firstIndex(of: point.category) else { continue }
        let y = point.value.map(plot.y) ?? plot.bottom
        taken.append(
          plot.label(
            point.label, x: plot.centre(place), y: y - 9, size: Self.size, avoiding: taken,
            on: &canvas))
      }
      guard names.count > 1, let last = points.last(where: { $0.value != nil }),
        let place = chart.categories.firstIndex(of: last.category)
      else { continue }
      canvas.text(
        name, x: plot.centre(place) + 10, y: plot.y(last.value ?? 0) + 4, size: Self.size,
        isBold: true, colour: Palette.ink)
    }
    return plot.bottom + 24
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
