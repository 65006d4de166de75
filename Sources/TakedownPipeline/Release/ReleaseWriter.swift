import Datasets
import Pictures
import ReleaseModel

/// Writes a release down in every format: a new one is a line here.
struct ReleaseWriter {
  /// The files of all formats, sorted by path; the same release gives the same bytes.
  func files(of release: ReleaseContents) -> [ReleaseFile] {
    (release.texts + TidyFiles().files(of: release) + ChartFiles().files(of: release))
      .sorted { $0.path < $1.path }
  }
}
