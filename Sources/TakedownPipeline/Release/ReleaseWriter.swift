import Datasets
import Pictures
import ReleaseModel

/// Writes a release down in every format: a new one is a line here.
struct ReleaseWriter {
  /// What makes PNG of the charts; nil for none.
  let images: ChartImages?

  /// The files of all formats, sorted by path; the same release gives the same bytes.
  func files(of release: ReleaseContents) throws -> [ReleaseFile] {
    let charts = ChartFiles().files(of: release)
    let images = try images?.files(of: charts.filter { $0.path.hasSuffix(".svg") }) ?? []
    return (release.texts + TidyFiles().files(of: release) + charts + images)
      .sorted { $0.path < $1.path }
  }
}
