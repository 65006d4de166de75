package import ReleaseModel
import Tabular

/// Each chart as a chart-ready table and a specification that reads it, side by side.
package struct ChartFiles: ReleaseFormat {
  package init() {}

  package func files(of release: ReleaseContents) -> [ReleaseFile] {
    release.charts.flatMap { chart in
      [
        ReleaseFile(path: "charts/\(chart.name).csv", bytes: chart.table.csv),
        ReleaseFile(
          path: "charts/\(chart.name).vl.json", text: BarSpecification(chart: chart).json.prettyText
        ),
      ]
    }
  }
}
