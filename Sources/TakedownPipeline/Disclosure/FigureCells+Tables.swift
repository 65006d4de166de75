import Tabular
import TakedownModel

extension FigureCells {
  /// The cells of all tables, with what is known of how they hang together.
  init(_ tables: ReleaseTables) {
    note(counts: FigureColumns(tables.counts), tables.counts)
    note(comparisons: FigureColumns(tables.comparisons), tables.comparisons)
    if let rates = tables.rates { note(rates, SideFigures.init(rate:)) }
    if let timeliness = tables.timeliness { note(timeliness, SideFigures.init(time:)) }
    let extents = noteCoverage(tables.coverage)
    relateRefused()
    relatePlaces()
    relateMatched()
    relateMeasures()
    relateTimes(extents)
  }

  private mutating func note(counts columns: FigureColumns, _ table: Table) {
    for row in table.rows {
      guard let place = columns.place(row, first: "period_start", last: "period_end"),
        let value = columns.count("value", row)
      else { continue }
      note(place, value, kind: columns.text("period_kind", row))
      noteGivenThroughout(place)
    }
  }

  private mutating func note(comparisons columns: FigureColumns, _ table: Table) {
    for row in table.rows {
      let kind = columns.text("period_kind", row)
      for (first, last, value) in [
        ("period_start", "period_end", "value"), ("base_start", "base_end", "base_value"),
      ] {
        guard let place = columns.place(row, first: first, last: last),
          let value = columns.count(value, row)
        else { continue }
        note(place, value, kind: kind)
        noteGivenThroughout(place)
      }
    }
  }

  private mutating func note(_ table: Table, _ figures: (String) -> SideFigures) {
    let columns = FigureColumns(table)
    for row in table.rows {
      guard let place = columns.place(row, first: "period_start", last: "period_end") else {
        continue
      }
      for (column, measure) in figures(place.measure).columns {
        guard let value = columns.count(column, row) else { continue }
        var own = place
        own.measure = measure
        note(own, value, kind: columns.text("period_kind", row))
      }
    }
  }

  /// Notes what the logs of each agency cover.
  ///
  /// - Returns: the days from the first to the last record of each agency, and of all.
  private mutating func noteCoverage(_ table: Table) -> [String: FigurePlace.Window] {
    let columns = FigureColumns(table)
    var extents: [String: FigurePlace.Window] = [:]
    for row in table.rows {
      guard let first = CalendarDate(columns.text("first_day", row)),
        let last = CalendarDate(columns.text("last_day", row))
      else { continue }
      let agency = columns.text("agency", row)
      let own = FigurePlace.Window(start: first.days, end: last.days + 1)
      extents[agency] = own
      let all = extents[FigurePlace.all] ?? own
      extents[FigurePlace.all] = .init(
        start: min(all.start, own.start), end: max(all.end, own.end))
      for measure in Self.coverageMeasures {
        guard let value = columns.count(measure, row) else { continue }
        note(.coverage(measure, agency, own), value, kind: "coverage")
      }
    }
    return extents
  }

  /// The columns of the coverage that are counts, each named as its measure.
  static let coverageMeasures = ["records", "takedowns"]
}

extension FigurePlace {
  /// What an agency's coverage says: everything from its first to its last record.
  static func coverage(_ measure: String, _ agency: String, _ window: Window) -> FigurePlace {
    FigurePlace(
      measure: measure, counts: "record", agency: agency, platform: all, window: window)
  }
}
