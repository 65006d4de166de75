import Bytes
import Tabular

/// Puts together records that refer to other elements by id.
///
/// A record goes out as soon as all its ids and those of the records before it are found, so that a
/// document whose elements come before what refers to them needs memory for those elements only.
struct XMLReferenceResolver {
  private struct Waiting {
    let records: RecordBatch
    let lines: [Int]
  }

  /// Where a text of the record being put together is.
  private enum Place {
    case none
    case record(column: Int)
    case element(target: Int, row: Int, column: Int)
  }

  private struct Missing {
    let path: XMLPath
    let reason: String
  }

  private let plan: XMLReferencePlan
  private let maximumLength: Int
  private var stores: [XMLReferenceStore]
  private var waiting: [Waiting] = []
  /// Records of the first batch that went out.
  private var start = 0
  private var waitingLength = 0
  private var places: [Place]
  private var ready: RecordBatch

  /// A resolver in which so many bytes of text may wait, and as many be referred to.
  init(_ plan: XMLReferencePlan, maximumLength: Int) {
    self.plan = plan
    self.maximumLength = maximumLength
    stores = plan.targets.map { XMLReferenceStore($0) }
    places = Array(repeating: .none, count: plan.fields.count)
    ready = RecordBatch(width: plan.fields.count + 1)
  }

  /// The records that are complete.
  mutating func takeBatch() -> RecordBatch {
    let full = ready
    ready = RecordBatch(width: full.width)
    return full
  }

  /// Adds records, each with the line on which it begins.
  mutating func add(_ records: RecordBatch, lines: [Int]) {
    guard records.count > 0 else { return }
    waitingLength += records.bytes.count
    waiting.append(Waiting(records: records, lines: lines))
  }

  /// Adds elements that may be referred to.
  ///
  /// - Returns: why reading cannot go on; nil when it can.
  mutating func add(_ elements: RecordBatch, to target: Int) -> String? {
    stores[target].add(elements)
  }

  /// Lets go out what can.
  ///
  /// - Returns: why reading cannot go on; nil when it can.
  mutating func advance() -> String? {
    while let first = waiting.first {
      while start < first.records.count {
        guard find(start, of: first.records, isWhole: true) == nil else { return tooLong }
        append(start, of: first.records)
        start += 1
      }
      waitingLength -= first.records.bytes.count
      waiting.removeFirst()
      start = 0
    }
    return tooLong
  }

  /// Lets everything go out at the end; a record that refers to nothing that was found is a reject.
  ///
  /// - Parameter isWhole: whether the document was read to its end.
  mutating func finish(isWhole: Bool) {
    for batch in waiting {
      for index in start..<batch.records.count {
        guard let missing = find(index, of: batch.records, isWhole: isWhole) else {
          append(index, of: batch.records)
          continue
        }
        ready.append(
          reject: RejectedRow(
            position: batch.records.positions[index], line: batch.lines[index],
            column: missing.path.description, kind: .danglingReference, reason: missing.reason,
            raw: raw(index, of: batch.records)))
      }
      start = 0
    }
    waiting = []
    waitingLength = 0
  }

  private var tooLong: String? {
    let held = stores.reduce(0) { $0 + $1.length }
    if held > maximumLength {
      return "the elements that records may refer to hold more than \(maximumLength) bytes"
    }
    guard waitingLength > maximumLength else { return nil }
    return """
      the records that wait for an element they refer to hold more than \(maximumLength) bytes; \
      expected those elements before the records
      """
  }

  /// Finds the texts of a record.
  ///
  /// - Returns: the first id that leads nowhere.
  private mutating func find(
    _ index: Int, of records: RecordBatch, isWhole: Bool
  ) -> Missing? {
    for field in plan.fields.indices {
      places[field] = .none
      for alternative in plan.fields[field] {
        var place = Place.record(column: alternative.column)
        guard !text(at: place, index, of: records, { $0.isEmpty }) else { continue }
        for hop in alternative.hops {
          let row = text(at: place, index, of: records) { stores[hop.target].row(of: $0) }
          guard let row else {
            let reason = text(at: place, index, of: records) {
              stores[hop.target].missing($0, isWhole: isWhole)
            }
            return Missing(path: alternative.path, reason: reason)
          }
          place = .element(target: hop.target, row: row, column: hop.column)
          if text(at: place, index, of: records, { $0.isEmpty }) { break }
        }
        guard !text(at: place, index, of: records, { $0.isEmpty }) else { continue }
        places[field] = place
        break
      }
    }
    return nil
  }

  private func text<Result>(
    at place: Place, _ index: Int, of records: RecordBatch, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    switch place {
    case .none: body(Span())
    case .record(let column): records.text(index, column, body)
    case .element(let target, let row, let column): stores[target].texts.text(row, column, body)
    }
  }

  private mutating func append(_ index: Int, of records: RecordBatch) {
    for field in places.indices {
      switch places[field] {
      case .none: ready.append(field: Span())
      case .record(let column): records.text(index, column) { ready.append(field: $0) }
      case .element(let target, let row, let column):
        stores[target].texts.text(row, column) { ready.append(field: $0) }
      }
    }
    records.text(index, records.width - 1) { ready.append(field: $0) }
    ready.endRecord(position: records.positions[index])
  }

  /// What was read of a record, as a JSON object from path to text.
  private func raw(_ index: Int, of records: RecordBatch) -> [UInt8] {
    var json: [UInt8] = []
    for alternatives in plan.fields where alternatives.allSatisfy({ $0.hops.isEmpty }) {
      for alternative in alternatives where !records.range(index, alternative.column).isEmpty {
        json.append(json.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
        json.append(jsonString: Array(alternative.path.description.utf8).span)
        json.append(UInt8(ascii: ":"))
        records.text(index, alternative.column) { json.append(jsonString: $0) }
      }
    }
    // The texts that no field took are an object already.
    let rest = records.text(index, records.width - 1) { $0.array }
    if json.isEmpty { return rest }
    if rest.isEmpty {
      json.append(UInt8(ascii: "}"))
    } else {
      json.append(UInt8(ascii: ","))
      json.append(contentsOf: rest.dropFirst())
    }
    return json
  }
}
