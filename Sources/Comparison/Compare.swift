import Bytes
package import Tabular
import TakedownModel

/// The stage that counts takedown records by period and sets each figure beside that of a year
/// earlier.
///
/// Chunks of the stage file may be read on several threads by the same value; the batches are added
/// to one `Tally` on one thread, and the tables are made from that.
package struct Compare: Sendable {
  package static let name = "compare"

  private let settings: ComparisonSettings
  // One for the whole run: keys of different batches must agree.
  private let hasher: KeyHasher

  package init(settings: ComparisonSettings) {
    self.settings = settings
    hasher = KeyHasher()
  }

  /// Reads the records of a chunk.
  ///
  /// - Parameter chunk: whole rows of `takedowns.csv`, the header row taken away.
  /// - Returns: what the records add to a tally.
  /// - Throws: `ComparisonError` of code `malformedRecord` naming the row.
  package func events(of chunk: CSVChunk) throws(ComparisonError) -> EventBatch {
    var batch = EventBatch(capacity: chunk.records)
    var reader = RecordReader(hasher: hasher)
    var cursor = CSVCursor(chunk, dialect: .standard)
    let text = chunk.bytes.span
    while cursor.next(text) {
      let fields = cursor.fields
      do throws(RowFault) {
        guard cursor.faultyField == nil else { throw .cells(fields.count) }
        try reader.read(fields.span, of: text, into: &batch)
      } catch {
        throw .malformedRecord(
          error, line: chunk.line(at: cursor.range.lowerBound), position: cursor.position)
      }
    }
    return batch
  }

  /// Makes the tables from all records.
  ///
  /// - Parameters:
  ///   - tally: the batches of all chunks.
  ///   - published: the register of published figures; nil for none.
  ///   - supplied: what others have counted, every edition of it; only the newest gets a row.
  /// - Returns: counts, comparisons, coverage, overlap, rates and times, sorted.
  /// - Throws: `ComparisonError` of code `malformedFigure` naming row and column of the register.
  package func tables(
    _ tally: Tally, published: Table?, supplied: [SuppliedCount] = []
  ) throws(ComparisonError) -> ComparisonTables {
    let coverage = Self.coverage(tally)
    let first = coverage.map(\.firstDay).min()
    let last = coverage.map(\.lastDay).max()
    let asOf = settings.asOf ?? last
    var counts = Table(columns: FigureRow.columns)
    var comparisons = Table(columns: ComparisonRow.columns)
    var overlap = Table(columns: Overlap.columns)
    var rates = Table(columns: SideRows.rateColumns)
    var timeliness = Table(columns: SideRows.timeColumns)
    if let first, let last, let asOf {
      let rows = CountedRows(
        tally, coverage: coverage, from: first, to: last, asOf: asOf, settings: settings)
      for row in rows.counts { counts.append(row.cells) }
      for row in rows.comparisons { comparisons.append(row.cells) }
      let sides = SideRows(rows, tally, users: settings.users)
      (rates, timeliness) = (sides.rates, sides.times)
      let periods = rows.periods + [Period(.all, FigureKey.all, first, last)]
      overlap = Overlap(tally, periods, from: first, to: last).table
    }
    if let published {
      let rows = PublishedRows(
        figures: try PublishedFigures(published), breaks: settings.breaks)
      for row in rows.counts { counts.append(row.cells) }
      for row in rows.comparisons { comparisons.append(row.cells) }
    }
    for row in SuppliedRows(supplied: supplied).counts { counts.append(row.cells) }
    return ComparisonTables(
      counts: counts, comparisons: comparisons, coverage: Self.table(coverage, tally),
      overlap: overlap, rates: rates, timeliness: timeliness, asOf: asOf,
      lonelyDays: LonelyDays(
        tally, quietDays: settings.quietDays, endIsSet: settings.asOf != nil))
  }

  /// Checks a register of published figures.
  ///
  /// - Throws: `ComparisonError` of code `malformedFigure` naming row and column.
  package static func validate(published: Table) throws(ComparisonError) {
    _ = try PublishedFigures(published)
  }

  /// What each agency has, by the tally's numbers.
  private static func coverage(_ tally: Tally) -> [AgencyCoverage] {
    var coverage = Array(repeating: AgencyCoverage(), count: tally.agencies.count)
    tally.records.forEach { place, count in
      coverage[place.agency].add(count, action: place.action, date: place.date)
    }
    return coverage
  }

  private static func table(_ coverage: [AgencyCoverage], _ tally: Tally) -> Table {
    var table = Table(columns: ["agency", "records", "takedowns", "first_day", "last_day"])
    let order = coverage.indices.sorted {
      tally.agencies[$0].lexicographicallyPrecedes(tally.agencies[$1])
    }
    for number in order {
      let extent = coverage[number]
      table.append([
        String(decoding: tally.agencies[number], as: UTF8.self), String(extent.records),
        String(extent.takedowns), extent.firstDay.description, extent.lastDay.description,
      ])
    }
    return table
  }
}
