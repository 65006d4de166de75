import Bytes
import Tabular

/// The elements that ids can mean, by their ids: of each only the texts that are wanted.
struct XMLReferenceStore {
  private let target: XMLReferencePlan.Target
  private var rows: [[UInt8]: Int] = [:]
  private(set) var texts: RecordBatch

  init(_ target: XMLReferencePlan.Target) {
    self.target = target
    texts = RecordBatch(width: target.columns.count)
  }

  /// Bytes of text in memory, a few for each element included.
  var length: Int { texts.bytes.count * 2 + texts.count * 64 }

  /// Adds elements as they were read.
  ///
  /// - Returns: why reading cannot go on; nil when it can.
  mutating func add(_ batch: RecordBatch) -> String? {
    for index in 0..<batch.count {
      let id = batch.text(index, 0) { $0.array }
      guard !id.isEmpty else { continue }
      if let known = rows[id] {
        guard isSame(known, as: index, of: batch) else {
          return """
            two elements at '\(target.element)' have '\(Self.shown(id))' in '\(target.key)' and differ in \
            what is read from them; expected ids that occur once
            """
        }
        continue
      }
      rows[id] = texts.count
      for column in 0..<batch.width { batch.text(index, column) { texts.append(field: $0) } }
      texts.endRecord(position: texts.count + 1)
    }
    return nil
  }

  /// The element with an id, which may be written as a fragment, `#id`.
  func row(of id: Span<UInt8>) -> Int? {
    if let row = rows[id.array] { return row }
    guard id.count > 1, id[0] == UInt8(ascii: "#") else { return nil }
    return rows[id.extracting(1..<id.count).array]
  }

  /// Why an id leads nowhere.
  func missing(_ id: Span<UInt8>, isWhole: Bool) -> String {
    let place = isWhole ? "" : " before the fault"
    return """
      refers to '\(Self.shown(id.array))', but no element at '\(target.element)'\(place) has that in \
      '\(target.key)'; expected one; correct the log, or the path in the pipeline file
      """
  }

  private func isSame(_ row: Int, as index: Int, of batch: RecordBatch) -> Bool {
    (0..<batch.width).allSatisfy { column in
      batch.text(index, column) { text in texts.text(row, column) { $0.equals(text) } }
    }
  }

  private static func shown(_ id: [UInt8]) -> String {
    String(decoding: id, as: UTF8.self).prefix(40).description
  }
}
