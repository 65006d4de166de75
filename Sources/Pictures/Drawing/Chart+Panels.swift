import ReleaseModel

extension Chart {
  /// Draws the panels of a chart below one another, each under its name where there are several.
  ///
  /// `draw` draws the points of one from a height on, and gives the height at which it ends; so does
  /// this.
  func drawPanels(
    on canvas: inout Canvas, from top: Double,
    _ draw: ([ChartPoint], inout Canvas, Double) -> Double
  ) -> Double {
    var y = top
    for panel in panels {
      if hasPanels {
        canvas.text(panel.name, x: ChartFrame.margin, y: y + 14, size: 14, isBold: true)
        y += 28
      }
      y = draw(panel.points, &canvas, y) + 24
    }
    return y - 24
  }
}
