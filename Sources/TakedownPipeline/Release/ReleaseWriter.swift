import Databases
import Datasets
import Digests
import Pages
import Pictures
import ReleaseModel
import Workbooks

/// Writes a release down in every format: a new one is a line here.
struct ReleaseWriter {
  /// What makes PNG of the charts; nil for none.
  let images: ChartImages?
  /// What writes the tables as Parquet; nil for none.
  let parquet: ParquetTables?
  /// Those of the page and the feed.
  let templates: PageTemplates

  /// The files of all formats, sorted by path; the same release gives the same bytes.
  func files(of release: ReleaseContents) throws -> [ReleaseFile] {
    let charts = ChartFiles().files(of: release)
    var files = release.texts + charts
    files += try images?.files(of: charts.filter { $0.path.hasSuffix(".svg") }) ?? []
    files += TidyFiles().files(of: release)
    files += try parquet?.files(of: release) ?? []
    files += DataPackage().files(of: release)
    files += WebTableMetadata().files(of: release)
    files += StatisticalData().files(of: release)
    files += try DatabaseFile().files(of: release)
    files += try WorkbookFiles().files(of: release)
    // The page lists all other files.
    let page = PageFiles(templates: templates, sha256: { Digest.sha256($0) })
    return (files + page.files(of: release, beside: files)).sorted { $0.path < $1.path }
  }
}
