import Bytes
import Ingestion
import Normalization
package import Tabular
import TakedownModel

extension Pipeline {
  /// Reads all inputs as a run would and reports everything that is wrong; writes nothing.
  ///
  /// Of one code, `limit` findings are kept for a file; all are counted.
  package func check(keeping limit: Int) async throws -> CheckReport {
    var report = CheckReport(keeping: limit)
    let settings = try normalizeSettings()
    let stage = Normalize(settings: settings, hasher: KeyHasher())
    var deduplicator = Deduplicator()
    var unmapped: [NormalizedBatch.Unmapped: Int] = [:]
    var totals = (files: 0, rows: 0, records: 0, rejects: 0, notCounted: 0)

    for (number, source) in file.sources.enumerated() {
      let paths: [String]
      do {
        paths = try files(of: source, keyPath: "sources[\(number)].path")
      } catch let error as PipelineError {
        report.hasUnreadableSource = true
        report.append(
          Finding(
            file: path, severity: .error, code: "no-files", message: error.description))
        continue
      }
      for path in paths {
        totals.files += 1
        do {
          var file = try FileIngest(
            layout: SourceLayout(source), file: path,
            source: FileSource(path: resolve(path)))
          let ingest = file.ingest
          try await concurrentMap(
            jobs: jobs, next: { try file.next() },
            transform: { work in
              let batch = ingest(work)
              return (batch, try Self.normalized(batch, by: stage))
            }
          ) { ingested, normalized in
            totals.rows += ingested.rowCount
            totals.records += ingested.recordCount
            totals.rejects += ingested.rejectCount
            try Self.append(rejects: ingested.rejects, to: &report)
            for batch in normalized {
              var rows: [UInt8] = []
              var repeated: [UInt8] = []
              deduplicator.add(batch, takedowns: &rows, duplicates: &repeated)
              totals.notCounted += batch.notCounted.values.reduce(0, +)
              unmapped.merge(batch.unmapped, uniquingKeysWith: +)
              try Self.append(issues: batch.issues, to: &report)
            }
          }
        } catch let error as IngestError {
          report.hasUnreadableSource = true
          report.append(
            Finding(
              file: error.file, severity: .error, code: "unreadable-file",
              message: error.reason))
        }
      }
    }
    for row in UnmappedTable(unmapped, settings: settings).table.rows {
      let near = row[4].isEmpty ? "" : "; did you mean \(row[4])?"
      report.append(
        Finding(
          file: path, severity: .warning, code: "unmapped-\(row[0])",
          message: """
            '\(row[1].prefix(40))' of \(row[2]) records is in no register of \(row[0])\(near); add \
            it to registers.\(row[0])
            """))
    }

    let sums = deduplicator.bySource.values
    report.summary = [
      """
      \(totals.rows) rows of \(totals.files) files: \(totals.records) records, \(totals.rejects) \
      rejects
      """,
      """
      \(totals.records) records: \(sums.reduce(0) { $0 + $1.counted }) counted, \
      \(sums.reduce(0) { $0 + $1.duplicates }) duplicates, \(totals.notCounted) not counted
      """,
    ]
    for (code, count) in report.counts.sorted(by: { $0.key < $1.key }) {
      report.summary.append("\(code): \(count)")
    }
    return report
  }

  private static func normalized(
    _ batch: IngestedBatch, by stage: Normalize
  ) throws -> [NormalizedBatch] {
    var chunker = CSVChunker(ArraySource(batch.records), dialect: .standard)
    var batches: [NormalizedBatch] = []
    while let chunk = try chunker.next() { batches.append(try stage.run(chunk)) }
    return batches
  }

  private static func append(rejects: [UInt8], to report: inout CheckReport) throws {
    for row in try rows(rejects, StageColumns.rejects) {
      report.append(
        Finding(
          file: row[1], line: Int(row[3]), record: Int(row[2]), column: row[4],
          severity: .error, code: "rejected-row", message: row[5]))
    }
  }

  private static func append(issues: [UInt8], to report: inout CheckReport) throws {
    let excluding = Set(NotCounted.allCases.map(\.rawValue))
    for row in try rows(issues, StageColumns.issues) {
      report.append(
        Finding(
          file: row[1], record: Int(row[2]), column: row[4],
          severity: excluding.contains(row[3]) ? .error : .warning, code: row[3],
          message: "'\(row[5].prefix(40))': \(row[6])"))
    }
  }

  private static func rows(_ bytes: [UInt8], _ columns: [String]) throws -> [[String]] {
    guard !bytes.isEmpty else { return [] }
    var csv: [UInt8] = []
    csv.append(csvRow: columns)
    return try Table(csv: csv + bytes).rows
  }

  /// The spellings that no register knows, as the last run left them.
  package func unmapped() throws -> Table {
    let runs = resolve(file.outputs) + "/runs"
    guard let last = try Folders.names(in: runs).last(where: { !$0.hasPrefix(".") }) else {
      throw PipelineError.noRun
    }
    let path = "\(runs)/\(last)/\(StageName.normalize.folder)/unmapped.csv"
    guard Folders.exists(path) else {
      throw PipelineError.missingStage(.normalize, neededBy: .normalize)
    }
    return try StageFile.table(path)
  }
}
