import ReleaseModel

/// A chart as SVG: no script, no outside resource, its words as text.
struct ChartDrawing {
  let chart: Chart

  var svg: String {
    var frame = ChartFrame(chart)
    return frame.picture { canvas, top in
      switch chart.shape {
      case .barsRightwards: RightwardBars(chart: chart).draw(on: &canvas, from: top)
      case .barsUpwards: UpwardBars(chart: chart).draw(on: &canvas, from: top)
      case .lines: Lines(chart: chart).draw(on: &canvas, from: top)
      }
    }
  }
}
