import Foundation
import Tabular
import Testing

/// Eleven real reports of takedown indicators, each published as CSV, TSV, JSON and STIX XML.
///
/// The reports are not part of the package; where they are not at hand the tests are skipped.
struct ThreatResearchTests {
  private static let reports = Workspace.fixtures.appending(path: "meta-threat-research")
  private static let isAtHand = FileManager.default.fileExists(atPath: reports.path)
  private static let formats = ["csv", "tsv", "json", "stix1"]
  private static let settings = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "ThreatResearch")

  private func run(_ format: String) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copy(Self.reports.appending(path: format), to: "inputs/\(format)")
    try workspace.copy(Self.settings.appending(path: "\(format).json"), to: "pipeline.json")
    try workspace.succeed("run")
    return workspace
  }

  /// The rows of a CSV file without source, file and position.
  private func rows(_ text: Data) throws -> [[String]] {
    try Table(csv: Array(text)).rows.map { Array($0.dropFirst(3)) }
  }

  @Test(.enabled(if: isAtHand, "the reports are not at hand"))
  func `each format gives the same 2,773 records`() throws {
    var normalized: [[[String]]] = []
    for format in Self.formats {
      let workspace = try run(format)
      let records = try Table(csv: Array(workspace.bytes("outputs/latest/1-ingest/records.csv")))
      #expect(records.rows.count == 2773, "\(format)")
      let rejects = try Table(csv: Array(workspace.bytes("outputs/latest/1-ingest/rejects.csv")))
      #expect(rejects.rows.isEmpty, "\(format)")
      let counted = try rows(workspace.bytes("outputs/latest/2-normalize/takedowns.csv"))
      let repeated = try rows(workspace.bytes("outputs/latest/2-normalize/duplicates.csv"))
        .map { Array($0.dropLast(3)) }
      #expect(counted.count + repeated.count == 2773, "\(format)")
      normalized.append(counted + [["-"]] + repeated)
    }
    for (format, rows) in zip(Self.formats, normalized) {
      #expect(rows == normalized[0], "\(format) differs from csv")
    }
  }
}
