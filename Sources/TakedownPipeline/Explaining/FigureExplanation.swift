import Bytes
import Comparison
package import Tabular
import TakedownModel

/// What is behind a figure of the published run.
package struct FigureExplanation: Sendable {
  /// One side of the comparison.
  package struct Side: Sendable {
    /// `value` or `base`.
    package let name: String
    /// The figure with its days, and the records by what became of them.
    package let lines: [(name: String, words: String)]
    /// The files that it is counted from: source, file, records, first and last position.
    package let files: Table
    /// The place of each record; no rows unless they were asked for.
    package let records: Table
  }

  /// What the figure is, its formula, basis, status, marks and notes.
  package let lines: [(name: String, words: String)]
  package let sides: [Side]
}

extension Pipeline {
  /// Explains a figure of the published run, counting it again from the records.
  ///
  /// - Parameters:
  ///   - name: The id of a headline, or `measure:agency:platform:period` as the tables name them;
  ///     `to-date` is a period too.
  ///   - showsRecords: Whether the places of all records are listed.
  /// - Returns: The figure and what it is compared with.
  /// - Throws: `PipelineError` where there is no such figure, or where counting again gives another.
  package func explainFigure(
    _ name: String, showsRecords: Bool
  ) throws -> FigureExplanation {
    let key = try figureKey(name)
    let run = try publishedRun()
    let table = try StageFile.table(unchangedFile("comparisons.csv", of: .compare, in: run))
    var rows: [[String: String]] = []
    let days = headlineDays(name)
    let wanted = ["counted", key.measure, key.agency, key.platform]
    for cells in table.rows {
      let row = Dictionary(zip(table.columns, cells)) { first, _ in first }
      let found = ["origin", "measure", "agency", "platform"].map { row[$0] }
      let isOfPeriod = row["period"] == key.period || row["period_kind"] == key.period
      if found == wanted, isOfPeriod, days.map({ $0 == Self.days(of: row) }) ?? true {
        rows.append(row)
      }
    }
    // Of several periods the last one is meant.
    guard
      let row = rows.max(by: { Self.days(of: $0).lexicographicallyPrecedes(Self.days(of: $1)) })
    else {
      throw PipelineError.noSuchFigure(name, reason: "the published run has no such figure")
    }
    guard let measure = FigureMeasure(key.measure) else {
      throw PipelineError.noSuchFigure(
        name,
        reason: "the measure '\(key.measure)' is not counted from single records; its parts are")
    }
    let sides = try [
      ("value", "value", "period", "period_start", "period_end"),
      ("base", "base_value", "base_period", "base_start", "base_end"),
    ].map { side, value, period, start, end in
      try explain(
        side, row[value] ?? "", row[period] ?? "", from: row[start] ?? "", to: row[end] ?? "",
        measure, key, in: run, showsRecords)
    }
    return FigureExplanation(lines: Self.lines(row, measure), sides: sides)
  }

  /// The first and the last day of a row.
  private static func days(of row: [String: String]) -> [String] {
    ["period_start", "period_end"].map { row[$0] ?? "" }
  }

  /// The first and the last day that a published headline speaks of; nil where there is none of that
  /// name.
  private func headlineDays(_ name: String) -> [String]? {
    guard let release = try? Release(of: self), let headline = try? release.headline(name) else {
      return nil
    }
    return ["start", "end"].map { headline["period"]?[$0]?.string ?? "" }
  }

  private typealias Key = (measure: String, agency: String, platform: String, period: String)

  /// What the name of a figure stands for.
  private func figureKey(_ name: String) throws -> Key {
    if let headline = file.headlines.first(where: { $0.id == name }) {
      return (
        headline.measure.rawValue, headline.agency, headline.platform, headline.period.rawValue
      )
    }
    let parts = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else {
      let near = nearest(name, in: file.headlines.map(\.id)).map { "did you mean '\($0)'? " } ?? ""
      throw PipelineError.noSuchFigure(
        name,
        reason: """
          it is the id of no headline; \(near)expected one, or measure:agency:platform:period such \
          as 'accounts:all:facebook:2024/25'
          """)
    }
    return (parts[0], parts[1], parts[2], parts[3])
  }

  private func explain(
    _ side: String, _ stated: String, _ period: String, from start: String, to end: String,
    _ measure: FigureMeasure, _ key: Key, in run: String, _ showsRecords: Bool
  ) throws -> FigureExplanation.Side {
    let columns = ["source", "file", "position"]
    guard !stated.isEmpty, start <= end else {
      return FigureExplanation.Side(
        name: side, lines: [(side, "not available: no records in \(period)")],
        files: Table(columns: columns), records: Table(columns: columns))
    }
    let selection = FigureRecords.Selection(
      measure: measure, agency: key.agency == "all" ? nil : key.agency,
      platform: key.platform == "all" ? nil : key.platform, days: start...end)
    let records = try FigureRecords(
      unchangedFile("takedowns.csv", of: .normalize, in: run), columns: StageColumns.takedowns,
      selection, keepsPlaces: showsRecords)
    let duplicates = try FigureRecords(
      unchangedFile("duplicates.csv", of: .normalize, in: run), columns: StageColumns.duplicates,
      selection)
    let found = measure.countsAccounts ? records.accounts : records.counted
    guard String(found) == stated else {
      throw PipelineError.noSuchFigure(
        "\(key.measure):\(key.agency):\(key.platform):\(period)",
        reason: "counting the records again gives \(found), not \(stated); run compare again")
    }
    var lines = [
      (side, "\(stated), \(period), from \(start) to \(end)"),
      (
        "records",
        measure.countsAccounts
          ? "\(records.counted), of \(records.accounts) different accounts" : "\(records.counted)"
      ),
    ]
    for (reason, count) in records.others.sorted(by: { $0.key < $1.key }) {
      lines.append(
        ("left out", "\(count) with \(reason)".replacing("with without", with: "without")))
    }
    lines.append(("duplicates", "\(duplicates.counted) more were dropped before"))
    var files: [UInt8] = Array("source,file,records,first,last\n".utf8)
    for file in records.files {
      files.append("\(file.origin),\(file.records),\(file.first),\(file.last)\n")
    }
    let header = Array((columns.joined(separator: ",") + "\n").utf8)
    return try FigureExplanation.Side(
      name: side, lines: lines, files: Table(csv: files),
      records: Table(csv: header + records.places))
  }

  private static func lines(
    _ row: [String: String], _ measure: FigureMeasure
  ) -> [(name: String, words: String)] {
    func named(_ column: String, _ name: String) -> [(name: String, words: String)] {
      let words = row[column] ?? ""
      return words.isEmpty ? [] : [(name, words)]
    }
    let agency = row["agency"] ?? ""
    let platform = row["platform"] ?? ""
    var lines: [(name: String, words: String)] = [
      ("figure", "\(measure.name), agency \(agency), platform \(platform)"),
      ("formula", measure.formula),
    ]
    lines += named("change", "change")
    lines += named("percent_change", "percent")
    for column in ["basis", "status", "marks", "note"] { lines += named(column, column) }
    return lines
  }
}
