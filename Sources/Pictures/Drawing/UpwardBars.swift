import ReleaseModel

/// Bars up, from categories beside one another, in a panel for each agency where there are several.
struct UpwardBars {
  private static let size = 12.0
  private static let height = 200.0

  let chart: Chart

  /// Draws from a height on; gives the height at which the plot ends.
  func draw(on canvas: inout Canvas, from top: Double) -> Double {
    chart.drawPanels(on: &canvas, from: top) { draw($0, on: &$1, from: $2) }
  }

  private func draw(_ points: [ChartPoint], on canvas: inout Canvas, from top: Double) -> Double {
    // Panels share their scale, so that bars can be compared across them.
    let plot = TimePlot(
      categories: chart.categories, greatest: chart.points.compactMap(\.value).max() ?? 0,
      top: top + 16, height: Self.height)
    plot.drawAxes(on: &canvas, breaks: chart.breaks)
    let columns = Double(max(1, chart.isGrouped ? chart.series.count : 1))
    let width = min(40, plot.step * 0.84 / columns)
    // What is provisional is told by the paler bar and its note; there is no room for the mark.
    var taken: [LabelPlace] = []
    for (place, category) in chart.categories.enumerated() {
      let own = points.filter { $0.category == category }
      for (number, point) in own.enumerated() {
        let left =
          plot.centre(place) - width * Double(own.count) / 2 + width * Double(number)
        let length = plot.scale.length(of: point.value ?? 0, along: Self.height)
        let series = chart.colour(of: point)
        if length > 0 {
          canvas.rectangle(
            x: left + 0.75, y: plot.bottom - length, width: width - 1.5, height: length,
            fill: point.isProvisional ? Palette.pale(series) : Palette.colour(series),
            stroke: point.isProvisional ? Palette.colour(series) : nil)
        }
        taken.append(
          plot.label(
            point.label.replacing(" [p]", with: ""), x: left + width / 2,
            y: plot.bottom - length - 5, size: Self.size - 1,
            avoiding: taken, on: &canvas))
      }
    }
    return plot.bottom + 24
  }
}
