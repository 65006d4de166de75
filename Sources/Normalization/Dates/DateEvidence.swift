import Bytes
package import Tabular
import TakedownModel

/// What all values of the date columns say about the order of day and month, for the sources that
/// leave it open.
///
/// Gathered before the records are normalised, chunk by chunk in any order, and merged in the order
/// of the records. One value with a part over 12 decides its column of its source; one of each kind
/// contradict each other; where none decides and one needs it, a declaration is needed. No value is
/// ever read on its own evidence.
package struct DateEvidence: Sendable {
  /// The sources whose order is open, and their readers.
  private let sources: [String]
  private let readers: [DateReader]
  /// For each source, `DateColumn` by `DateColumn`.
  private var tallies: [[DateOrderTally]]

  /// Evidence of no record yet; nil when no source leaves an order open, so that nothing need be
  /// gathered.
  package init?(_ settings: NormalizeSettings) {
    let open = settings.sources.filter { $0.dates.isOrderOpen }
    guard !open.isEmpty else { return nil }
    sources = open.map(\.id)
    readers = open.map(\.dates)
    tallies = open.map { _ in DateColumn.allCases.map { _ in DateOrderTally() } }
  }

  /// The evidence of one chunk of `records.csv` alone; the evidence it is called on may have any.
  ///
  /// - Throws: `NormalizeError` when the chunk is not of `records.csv` as the stage before wrote it.
  package func gathered(from chunk: CSVChunk) throws(NormalizeError) -> DateEvidence {
    var own = self
    own.tallies = sources.map { _ in DateColumn.allCases.map { _ in DateOrderTally() } }
    try own.add(chunk)
    return own
  }

  /// Adds the evidence of the chunks that come next.
  package mutating func merge(_ later: DateEvidence) {
    for source in tallies.indices {
      for column in tallies[source].indices {
        tallies[source][column].merge(later.tallies[source][column])
      }
    }
  }

  private mutating func add(_ chunk: CSVChunk) throws(NormalizeError) {
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    var origin: [UInt8] = []
    var number: Int?
    var reader: DateReader?
    while cursor.next(text) {
      guard cursor.faultyField == nil, cursor.fields.count == StageColumns.records.count else {
        throw NormalizeError(
          row: cursor.position, reason: "expected \(StageColumns.records.count) fields")
      }
      let fields = cursor.fields.span
      let record = RecordRow(fields: fields, text: text)
      if origin.isEmpty || !origin.span.equals(record.origin) {
        origin = record.origin.array
        let source = record[.source].text
        number = sources.firstIndex(of: source)
        reader = number.map { readers[$0] }
      }
      guard let number, let reader else { continue }
      if record.hasEscapes {
        let plain = UnescapedRow(fields: fields, text: text)
        add(RecordRow(fields: plain.fields.span, text: plain.text.span), number, reader)
      } else {
        add(record, number, reader)
      }
    }
  }

  private mutating func add(_ record: RecordRow, _ number: Int, _ reader: borrowing DateReader) {
    for column in DateColumn.allCases {
      let text = record.raw(column.column)
      if text.isEmpty { continue }
      switch reader.orderEvidence(text) {
      case .none: break
      case .either: Self.count(&tallies[number][column.rawValue].either, record, column)
      case .dayFirst: Self.count(&tallies[number][column.rawValue].dayFirst, record, column)
      case .monthFirst: Self.count(&tallies[number][column.rawValue].monthFirst, record, column)
      }
    }
  }

  private static func count(
    _ count: inout DateOrderTally.Count, _ record: RecordRow, _ column: DateColumn
  ) {
    count.texts += 1
    guard count.first == nil else { return }
    count.first = DateOrderTally.Place(
      file: record[.file].text, position: record.ordinal, text: record[column.column].text)
  }

  // MARK: - What follows from it

  /// The columns whose order is not decided although a value needs it, in the order of the sources.
  package var errors: [DateOrderError] {
    var errors: [DateOrderError] = []
    for (source, columns) in zip(sources, tallies) {
      for (column, tally) in zip(DateColumn.allCases, columns) where tally.order == nil {
        if tally.dayFirst.texts > 0 {
          errors.append(
            DateOrderError(
              source: source, column: column.name,
              reason: .contradiction(dayFirst: tally.dayFirst, monthFirst: tally.monthFirst)))
        } else if let first = tally.either.first {
          errors.append(
            DateOrderError(
              source: source, column: column.name,
              reason: .noEvidence(texts: tally.either.texts, first: first)))
        }
      }
    }
    return errors
  }

  /// The settings with the orders that the evidence decides; what it does not decide stays open, so
  /// that every value that needs it is refused.
  package func decide(_ settings: NormalizeSettings) -> NormalizeSettings {
    var settings = settings
    for (source, columns) in zip(sources, tallies) {
      guard let place = settings.sources.firstIndex(where: { $0.id == source }) else { continue }
      for (column, tally) in columns.enumerated() {
        settings.sources[place].orders[column] =
          tally.order ?? settings.sources[place].orders[column]
      }
    }
    return settings
  }

  /// Which order each column was found to have, and by which value; its columns are `source`,
  /// `column`, `order`, `day_first`, `month_first`, `either` (how many values say so), `file`,
  /// `position` and `value` (of the first that decided).
  package var table: Table {
    var table = Table(columns: [
      "source", "column", "order", "day_first", "month_first", "either", "file", "position",
      "value",
    ])
    for (source, columns) in zip(sources, tallies) {
      for (column, tally) in zip(DateColumn.allCases, columns) {
        guard let order = tally.order else { continue }
        let place = order == .dayFirst ? tally.dayFirst.first : tally.monthFirst.first
        table.append([
          source, column.name, order.words, String(tally.dayFirst.texts),
          String(tally.monthFirst.texts), String(tally.either.texts), place?.file ?? "",
          place.map { String($0.position) } ?? "", place?.text ?? "",
        ])
      }
    }
    return table
  }
}
