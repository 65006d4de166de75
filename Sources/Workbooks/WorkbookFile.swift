package import ReleaseModel

/// The release as a workbook for people, in one of the two formats that spreadsheet programs share.
package struct WorkbookFile: ReleaseFormat {
  package enum Format: String, CaseIterable, Sendable {
    case xlsx, ods
  }

  private let format: Format

  package init(_ format: Format) {
    self.format = format
  }

  /// - Throws: `WorkbookError` where a table is larger than a worksheet, or there is no room to write.
  package func files(of release: ReleaseContents) throws(WorkbookError) -> [ReleaseFile] {
    let workbook = try Workbook(release)
    let bytes =
      switch format {
      case .xlsx: try XLSXWriter(workbook).bytes()
      case .ods: try ODSWriter(workbook).bytes()
      }
    return [ReleaseFile(path: "takedowns." + format.rawValue, bytes: bytes)]
  }
}
