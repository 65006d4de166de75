package import ReleaseModel
import Tabular

/// Each chart as a picture, as a chart-ready table, and as a specification that reads the table.
package struct ChartFiles: ReleaseFormat {
  package init() {}

  package func files(of release: ReleaseContents) -> [ReleaseFile] {
    release.charts.flatMap { chart in
      let path = "charts/\(chart.name)"
      return [
        ReleaseFile(path: "\(path).csv", bytes: chart.table.csv),
        ReleaseFile(path: "\(path).svg", text: ChartDrawing(chart: chart).svg),
        ReleaseFile(path: "\(path).vl.json", text: VegaSpecification(chart: chart).json.prettyText),
      ]
    }
  }
}
