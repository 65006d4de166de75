import Claims
import Comparison
import Tabular
import TakedownModel

/// Runs the stage `compare`: from `2-normalize/` to `3-compare/`.
struct CompareRun {
  let pipeline: Pipeline

  func run(
    _ normalized: String, ingested: String, into folder: String
  ) async throws -> StageReport {
    let stage = Compare(settings: pipeline.comparisonSettings())
    var input = try StageFile(normalized + "/takedowns.csv", columns: StageColumns.takedowns)
    let outputs = try StageOutputs(folder: folder, stage: .compare)
    var tally = Tally()
    try await concurrentMap(
      jobs: pipeline.jobs, next: { try input.next() }, transform: { try stage.events(of: $0) }
    ) { try tally.add($0) }

    let published =
      pipeline.file.published.isEmpty ? nil : try StageFile.table(ingested + "/published.csv")
    let tables = try tables(stage, tally, published, pipeline.suppliedCounts(ingested))
    try outputs.write(tables.counts.csv, to: "counts.csv")
    try outputs.write(tables.comparisons.csv, to: "comparisons.csv")
    try outputs.write(tables.coverage.csv, to: "coverage.csv")
    try outputs.write(tables.overlap.csv, to: "overlap.csv")
    if let published {
      let claims = try claims(published, normalized)
      try outputs.write(claims.checks.csv, to: "claims.csv")
      try outputs.write(claims.figures(of: published).csv, to: "claim-figures.csv")
    }
    try outputs.write(tables.rates.csv, to: "rates.csv")
    try outputs.write(tables.timeliness.csv, to: "timeliness.csv")

    var report = StageReport(stage: .compare, outputs: outputs.finish())
    report.counts = [
      .init("figures", .integer(tables.counts.rows.count)),
      .init("comparisons", .integer(tables.comparisons.rows.count)),
    ]
    report.summary =
      "figures \(tables.counts.rows.count), comparisons \(tables.comparisons.rows.count)"
    if let days = tables.lonelyDays.first {
      report.summary +=
        "\nwarning: the first day with a record is \(days.lowerBound), and the next is "
        + "\(days.upperBound): a slip? not_before of a source rejects what is earlier"
    }
    if let days = tables.lonelyDays.last {
      report.summary +=
        "\nwarning: the current period ends on \(days.upperBound), the last day with a record, and "
        + "the day with one before it is \(days.lowerBound): a slip? reporting.as_of sets the end"
    }
    return report
  }

  private func tables(
    _ stage: Compare, _ tally: Tally, _ published: Table?, _ supplied: [SuppliedCount]
  ) throws -> ComparisonTables {
    do {
      return try stage.tables(tally, published: published, supplied: supplied)
    } catch {
      throw PipelineError.malformed(file: "published.csv", reason: error.description)
    }
  }
}
