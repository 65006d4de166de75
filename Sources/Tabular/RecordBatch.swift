import Bytes

/// Records of one file as raw field texts, all in one buffer: no `String` and no array a record.
///
/// Every record has `width` fields. A field that is absent is empty. Texts are UTF-8, as the file
/// has them: nothing is trimmed, folded or guessed.
package struct RecordBatch: Sendable {
  /// Fields a record.
  package let width: Int
  /// The ordinal in its file of each record, 1-based, ascending.
  package private(set) var positions: [Int] = []
  /// Rows that could not become a record, each with the ordinal that it used up.
  package private(set) var rejects: [RejectedRow] = []
  /// The texts of all fields, one after another.
  package private(set) var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Fields for which a record has other texts too, of which they hold the first.
  package private(set) var choices: [Choice] = []

  /// A field that holds the first of several texts.
  package struct Choice: Sendable {
    /// The index of the record in the batch.
    package let record: Int
    /// The index of the field in the record.
    package let column: Int
  }

  package init(width: Int) {
    precondition(width > 0, "a record has at least one field")
    self.width = width
  }

  /// How many records there are.
  package var count: Int { positions.count }

  /// Makes room for what is to come, so that the batch need not grow by parts.
  package mutating func reserve(records: Int, bytes count: Int) {
    positions.reserveCapacity(records)
    ends.reserveCapacity(records * width + 1)
    bytes.reserveCapacity(count)
  }

  /// Where the text of field `column` of record `index` lies in `bytes`.
  package func range(_ index: Int, _ column: Int) -> Range<Int> {
    let field = index * width + column
    return ends[field]..<ends[field + 1]
  }

  /// Calls `body` with the text of a field.
  package func text<Result>(
    _ index: Int, _ column: Int, _ body: (Span<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(bytes.span.extracting(range(index, column)))
  }

  /// Appends the next field of the record that is being built.
  package mutating func append(field: Span<UInt8>) {
    bytes.append(field)
    ends.append(bytes.count)
  }

  /// Notes that the next field of the record that is being built is to hold the first of several texts.
  package mutating func noteChoice() {
    choices.append(Choice(record: positions.count, column: (ends.count - 1) % width))
  }

  /// Closes the record that is being built.
  package mutating func endRecord(position: Int) {
    precondition(ends.count == (positions.count + 1) * width + 1, "a record has all its fields")
    positions.append(position)
  }

  /// Notes a row that did not become a record.
  package mutating func append(reject: RejectedRow) {
    rejects.append(reject)
  }
}
