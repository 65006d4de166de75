import Foundation
import ReleaseModel
import Tabular

/// Writes the tables of a release as Parquet, by DuckDB's own command.
///
/// Types are those of the columns, never those that cells look like. One thread and a fixed order give
/// the same bytes for the same release wherever DuckDB is of one version, whose name stands in them.
struct ParquetTables {
  private static let name = "duckdb"
  /// What is said where there is no command to write with.
  static let whySkipped =
    "no 'duckdb' on the PATH, so the release has no Parquet; install DuckDB, or set "
    + "'publish.parquet' to false"

  private let command: String
  /// A folder that may be made for the time being, and is removed.
  private let scratch: String

  /// Nil where the command is not on the PATH.
  init?(scratch: String) {
    guard let command = SystemCommand.path(of: Self.name) else { return nil }
    self.command = command
    self.scratch = URL(fileURLWithPath: scratch).path
  }

  /// `data/NAME.parquet` of each table; an empty cell is null.
  ///
  /// - Throws: `ParquetError`, `FileError`.
  func files(of release: ReleaseContents) throws -> [ReleaseFile] {
    guard !release.tables.isEmpty else { return [] }
    try Folders.make(scratch, mode: 0o700)
    defer { try? Folders.remove(scratch) }
    for (number, table) in release.tables.enumerated() {
      try write(Self.rows(of: table), to: "\(number).csv")
    }
    let statements = release.tables.enumerated().map { Self.statement(for: $1, number: $0) }
    let script = [Self.settings] + statements
    try write(Array(script.joined(separator: "\n").utf8), to: "script.sql")
    let status = try run()
    let words = String(decoding: try Folders.read("\(scratch)/words.txt"), as: UTF8.self)
    return try release.tables.enumerated().map { number, table in
      let path = "\(scratch)/\(number).parquet"
      guard status == 0, Folders.exists(path) else {
        throw ParquetError.failed(status: status, words: words)
      }
      return ReleaseFile(path: "data/\(table.name).parquet", bytes: try Folders.read(path))
    }
  }

  private func run() throws -> Int {
    try Int(
      ChildProcess(
        // An empty file of settings, in place of the one that the user may have.
        ["/usr/bin/env", "--chdir", scratch, command]
          + ["-init", "/dev/null", "-batch", "-bail", ":memory:"],
        environment: ["HOME=\(scratch)", "TZ=UTC", "LC_ALL=C"],
        input: .reading(scratch + "/script.sql"), output: nil,
        error: .writing(scratch + "/words.txt", mode: 0o600)
      ).wait())
  }

  private func write(_ bytes: [UInt8], to name: String) throws {
    _ = try OutputFile.write(bytes, to: "\(scratch)/\(name)", mode: 0o600)
  }

  /// The cells as they are: a spreadsheet never sees these.
  private static func rows(of table: DataTable) -> [UInt8] {
    var rows = Table(columns: table.columns.map(\.name))
    for row in table.rows { rows.append(row) }
    return rows.csv
  }

  private static let settings = """
    SET threads = 1;
    SET preserve_insertion_order = true;
    SET autoinstall_known_extensions = false;
    SET TimeZone = 'UTC';
    """

  private static func statement(for table: DataTable, number: Int) -> String {
    let columns = table.columns.map { "'\($0.name)': '\(type(of: $0))'" }
    return """
      COPY (SELECT * FROM read_csv('\(number).csv', auto_detect = false, header = true, delim = ',',
        quote = '"', escape = '"', nullstr = '', parallel = false, max_line_size = 16777216,
        columns = {\(columns.joined(separator: ", "))}))
        TO '\(number).parquet' (FORMAT parquet, COMPRESSION zstd);
      """
  }

  private static func type(of column: DataColumn) -> String {
    switch column.kind {
    case .text: "VARCHAR"
    case .integer: "BIGINT"
    case .decimal: "DOUBLE"
    case .date: "DATE"
    }
  }
}
