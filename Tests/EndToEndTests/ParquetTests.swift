import Foundation
import Tabular
import Testing

/// Tables as Parquet, which the `duckdb` command writes where there is one.
struct ParquetTests {
  /// A workspace whose PATH has nothing but a `duckdb` made of the lines, or not even that.
  private func run(
    duckdb lines: [String]?
  ) throws -> (workspace: Workspace, result: Workspace.Result) {
    let workspace = try Workspace()
    let source = CaseTests.folder.appending(path: "publishing/headline-formats")
    for part in ["pipeline.json", "inputs"] {
      try workspace.copy(source.appending(path: part), to: part)
    }
    try workspace.write("", to: "bin/.keep")
    if let lines {
      try workspace.write((["#!/bin/sh"] + lines).joined(separator: "\n"), to: "bin/duckdb")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755],
        ofItemAtPath: workspace.folder.appending(path: "bin/duckdb").path)
    }
    let result = try workspace.run(
      ["run", "--set", "publish.parquet=true", "--set", "publish.png=false"],
      environment: ["PATH": workspace.folder.appending(path: "bin").path])
    return (workspace, result)
  }

  private func emitted(_ workspace: Workspace) throws -> JSONValue? {
    let bytes = Array(try workspace.bytes("outputs/latest/run.json"))
    return try JSONValue(parsing: bytes.span)["stages"]?["emit"]?["counts"]
  }

  @Test func `without the command the release is made without, and the run says so`() throws {
    let (workspace, result) = try run(duckdb: nil)
    #expect(result.status == 0)
    #expect(result.error.contains("no 'duckdb' on the PATH, so the release has no Parquet"))
    let skipped = try emitted(workspace)?["parquet_skipped"]?.string
    #expect(skipped?.hasPrefix("no 'duckdb' on the PATH") == true)
    #expect(!workspace.exists("outputs/latest/release/data/accounts.parquet"))
  }

  /// The stand-in gives back the script that it was given, as every one of the files.
  @Test func `every table of data is written by the types of its columns`() throws {
    let (workspace, result) = try run(duckdb: [
      "/bin/cat > given",
      "for table in *.csv; do /bin/cp given \"${table%.csv}.parquet\"; done",
    ])
    #expect(result.status == 0, "\(result)")
    let files = try workspace.files(below: "outputs/latest/release/data").keys
    let tables = files.filter { $0.hasSuffix(".csv") }.map { $0.dropLast(4) }
    #expect(!tables.isEmpty)
    #expect(Set(files.filter { $0.hasSuffix(".parquet") }.map { $0.dropLast(8) }) == Set(tables))
    let script = try workspace.text("outputs/latest/release/data/rates.parquet")
    for column in [
      "'rate': 'DOUBLE'", "'numerator': 'BIGINT'", "'period_start': 'DATE'", "'agency': 'VARCHAR'",
    ] {
      #expect(script.contains(column))
    }
    #expect(try emitted(workspace)?["parquet_skipped"] == nil)
    let page = try workspace.text("outputs/latest/release/index.html")
    #expect(page.contains("data/rates.parquet"))
    #expect(!workspace.exists("outputs/latest/release/.parquet"))
  }

  @Test(arguments: [
    ["echo 'Parser Error: no such thing' >&2", "exit 1"], ["exit 0"],
  ])
  func `a command that fails or writes nothing ends the run, and nothing is published`(
    lines: [String]
  ) throws {
    let (workspace, result) = try run(duckdb: lines)
    #expect(result.status == 2)
    #expect(result.error.contains("duckdb did not write the tables"))
    #expect(result.error.contains("Parser Error") == (lines.count > 1))
    #expect(workspace.latest == nil)
  }

  @Test(.enabled(if: hasDuckDB, "there is no 'duckdb' on the PATH to write Parquet with"))
  func
    `the command itself writes the same bytes twice, with the types and the cells of the tables`()
    throws
  {
    let command = "exec \(Self.duckDB ?? "") \"$@\""
    let (first, result) = try run(duckdb: [command])
    #expect(result.status == 0, "\(result)")
    let (second, _) = try run(duckdb: [command])
    let folder = "outputs/latest/release/data/"
    let names = try first.files(below: folder).keys.filter { $0.hasSuffix(".parquet") }
    #expect(!names.isEmpty)
    for name in names {
      #expect(try first.bytes(folder + name) == second.bytes(folder + name), "\(name)")
    }
    let bytes = try first.bytes(folder + "accounts.parquet")
    #expect(bytes.prefix(4) == Data("PAR1".utf8) && bytes.suffix(4) == Data("PAR1".utf8))
  }

  private static let duckDB = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/duckdb" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let hasDuckDB = duckDB != nil
}
