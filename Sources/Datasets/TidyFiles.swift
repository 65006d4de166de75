package import ReleaseModel

/// The tables as CSV files, one value a row wherever figures are, value and status apart.
package struct TidyFiles: ReleaseFormat {
  package init() {}

  package func files(of release: ReleaseContents) -> [ReleaseFile] {
    release.tables.map { ReleaseFile(path: "data/\($0.name).csv", bytes: $0.csv) }
  }
}
