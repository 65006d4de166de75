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
  ///
  /// No format depends on another but the page, which lists all other files.
  func files(of release: ReleaseContents) throws -> [ReleaseFile] {
    let charts = ChartFiles().files(of: release)
    let drawings = charts.filter { $0.path.hasSuffix(".svg") }
    let formats: [@Sendable () throws -> [ReleaseFile]] = [
      { try WorkbookFile(.xlsx).files(of: release) },
      { try images?.files(of: drawings) ?? [] },
      { try WorkbookFile(.ods).files(of: release) },
      { StatisticalData().files(of: release) },
      { try DatabaseFile().files(of: release) },
      { TidyFiles().files(of: release) + DataPackage().files(of: release) },
      { WebTableMetadata().files(of: release) },
      { try parquet?.files(of: release) ?? [] },
    ]
    let files = try release.texts + charts + parallelMap(formats) { try $0() }.flatMap(\.self)
    let page = PageFiles(templates: templates, sha256: { Digest.sha256($0) })
    return (files + page.files(of: release, beside: files)).sorted { $0.path < $1.path }
  }
}
