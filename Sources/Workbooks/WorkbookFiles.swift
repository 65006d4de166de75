package import ReleaseModel

/// The release as a workbook for people, in the two formats that spreadsheet programs share.
package struct WorkbookFiles: ReleaseFormat {
  package init() {}

  /// - Throws: `WorkbookError` where a table is larger than a worksheet, or there is no room to write.
  package func files(of release: ReleaseContents) throws(WorkbookError) -> [ReleaseFile] {
    let workbook = try Workbook(release)
    return [
      ReleaseFile(path: "takedowns.xlsx", bytes: try XLSXWriter(workbook).bytes()),
      ReleaseFile(path: "takedowns.ods", bytes: try ODSWriter(workbook).bytes()),
    ]
  }
}
