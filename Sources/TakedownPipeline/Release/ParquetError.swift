/// Why the tables could not be written as Parquet although the command is there.
package enum ParquetError: Error, Hashable, CustomStringConvertible {
  /// The command ended with a status other than 0, or left a file out.
  case failed(status: Int, words: String)

  package var description: String {
    switch self {
    case .failed(let status, let words):
      """
      data/*.parquet: duckdb did not write the tables (it ended with \(status) and said \
      '\(words.split(separator: "\n").first ?? "")'); try another version of it, or set \
      'publish.parquet' to false in the pipeline file
      """
    }
  }
}
