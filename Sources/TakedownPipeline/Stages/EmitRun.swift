import Claims
import Publication
import ReleaseModel
import Tabular
import TakedownModel

/// Runs the stage `emit`: from `3-compare/`, and the sums of the stages before, to `release/`.
struct EmitRun {
  let pipeline: Pipeline

  func run(from run: String, into folder: String) async throws -> StageReport {
    func table(_ stage: StageName, _ name: String) throws -> Table {
      try StageFile.table(run + "/" + stage.folder + "/" + name)
    }
    let revised = try pipeline.file.reporting.revisedFrom.map {
      try RevisedFigures(pipeline.vintages.named($0))
    }
    let counts = try table(.compare, "counts.csv")
    let supplied = counts.filtered(by: "origin") { $0 == "counts" }
    let whyWithheld = whyWithheld(supplied)
    let all = ReleaseTables(
      counts: counts.filtered(by: "origin") { $0 != "counts" },
      comparisons: try table(.compare, "comparisons.csv"),
      coverage: try table(.compare, "coverage.csv"),
      rates: try table(.compare, "rates.csv"),
      timeliness: try table(.compare, "timeliness.csv"),
      accounting: try accounting(
        files: table(.ingest, "files.csv"), records: table(.normalize, "accounting.csv")))
    let former = pipeline.file.publish.suppressBelow == nil ? [] : try pipeline.protectedVintages
    let small = try pipeline.file.publish.suppressBelow.map {
      SmallCounts(
        all, limit: $0, agencies: agencies, former: try former.map(ReleaseTables.init))
    }
    // What is hidden goes first, so that no note gives a former figure in its place.
    let tables = small?.applied(to: all) ?? all
    let input = PublicationInput(
      counts: revised?.marked(counts: tables.counts) ?? tables.counts,
      comparisons: revised?.marked(comparisons: tables.comparisons) ?? tables.comparisons,
      coverage: tables.coverage,
      accounting: tables.accounting ?? Table(columns: []),
      notCounted: try table(.normalize, "not-counted.csv"),
      rates: tables.rates, timeliness: tables.timeliness,
      supplied: supplied.rows.isEmpty || whyWithheld != nil ? nil : supplied,
      claims: try claims(table, shown: small == nil ? nil : ShownCounts(tables)))

    let report = small?.report
    let settings = try pipeline.publicationSettings(
      coverage: tables.coverage, counts: tables.counts, unprotected: report?.unprotected ?? 0,
      missing: pipeline.missingSources(files: table(.ingest, "files.csv")))
    let outputs = try StageOutputs(folder: folder, stage: .emit)
    let page = try pipeline.pageTemplates()
    Log.progress { "emit: tables, charts and pages" }
    let wantsParquet = pipeline.file.publish.parquet
    let writer = ReleaseWriter(
      images: pipeline.file.publish.png ? ChartImages(scratch: folder + "/.images") : nil,
      parquet: wantsParquet ? ParquetTables(scratch: folder + "/.parquet") : nil,
      templates: page.templates)
    let release = try Publish(settings: settings).run(input)
    let files = try writer.files(of: release)
    try await LeakCheck(pipeline: pipeline, run: run, writer: writer).check(files, of: release)
    for file in files { try outputs.write(file.bytes, to: file.path) }

    var stage = StageReport(stage: .emit, outputs: outputs.finish())
    stage.inputs = try pipeline.languages().map(\.file) + page.files
    stage.inputs += try pipeline.vintageInputs.map { try $0.place.written() }
    stage.counts = [.init("files", .integer(files.count))]
    stage.summary = "files \(files.count)"
    if wantsParquet, writer.parquet == nil {
      stage.counts.append(.init("parquet_skipped", .string(ParquetTables.whySkipped)))
      stage.summary += "\n" + ParquetTables.whySkipped
    }
    if let whyWithheld { stage.summary += "\n" + whyWithheld }
    if let report {
      stage.counts += report.counts
      stage.counts.append(.init("vintages_protected", .array(former.map { .string($0.name) })))
      stage.summary = ([stage.summary] + report.warnings).joined(separator: "\n")
    }
    return stage
  }

  /// The agency of each source that has one.
  private var agencies: [String: String] {
    var agencies: [String: String] = [:]
    for source in pipeline.file.sources { agencies[source.id] = source.agency }
    return agencies
  }

  /// What was said in public, checked; nil where no register is configured.
  ///
  /// `shown` is what the release shows, where small counts are hidden.
  private func claims(
    _ table: (StageName, String) throws -> Table, shown: ShownCounts?
  ) throws -> SaidClaims? {
    guard !pipeline.file.published.isEmpty else { return nil }
    let checks = try table(.compare, "claims.csv")
    let figures = try table(.compare, "claim-figures.csv")
    return SaidClaims(
      checks: shown?.applied(to: checks, figures: figures) ?? checks, figures: figures,
      reading: ClaimsReport.reading)
  }

  /// Why supplied counts are not published; nil where they may be.
  ///
  /// Where one is to be hidden, what would have to be hidden beside it is not known: others have made
  /// the totals.
  private func whyWithheld(_ supplied: Table) -> String? {
    guard let limit = pipeline.file.publish.suppressBelow else { return nil }
    let small = supplied.filtered(by: "value") { 1..<limit ~= Int($0) ?? 1 }.rows.count
    return small == 0
      ? nil
      : "warning: supplied counts are not published: \(small) of \(supplied.rows.count) below "
        + "\(limit), and totals that others have made cannot be protected"
  }

  /// For each source what its rows became, and for all, from the sums of the stages.
  private func accounting(files: Table, records: Table) throws -> Table {
    var accounting = Table(
      columns: [
        "source", "rows", "records", "rejects", "supplied", "counted", "duplicates", "not_counted",
      ])
    for source in pipeline.file.sources.map(\.id) {
      // Of a source of counts no record comes.
      let row = records.rows.first { $0[0] == source } ?? [source, "0", "0", "0", "0"]
      let own = files.rows.filter { $0[0] == source }
      func sum(_ column: String) throws -> Int {
        guard let index = files.index(of: column) else { return 0 }
        return try own.reduce(0) { total, file in
          guard let count = Int(file[index]) else {
            throw PipelineError.malformed(
              file: "files.csv", reason: "column '\(column)': '\(file[index])' is no count")
          }
          return total + count
        }
      }
      // What a source leaves out by its own declaration is not among the rows that it is about.
      let rows = try sum("rows") - sum("left_out")
      let (read, rejects) = (try sum("records"), try sum("rejects"))
      let supplied = try sum("counts")
      guard rows == read + rejects + supplied, String(read) == row[1] else {
        throw PipelineError.unbalanced(
          """
          \(source): \(rows) rows, \(read) records, \(rejects) rejects, \(supplied) supplied counts, \
          \(row[1]) normalised
          """)
      }
      accounting.append(
        [source] + [rows, read, rejects, supplied].map { String($0) } + row.dropFirst(2))
    }
    let sums = accounting.columns.indices.dropFirst().map { column in
      accounting.rows.reduce(0) { $0 + (Int($1[column]) ?? 0) }
    }
    accounting.append([FigurePlace.all] + sums.map { String($0) })
    return accounting
  }
}
