import Bytes
import Tabular

/// Reads records of a window one after another into batches.
struct JSONRecordCutter {
  /// The ordinal of the next record.
  var position = 1
  /// What was wrong with the last record; nil when it was sound.
  private(set) var lastFault: JSONError?
  /// The keys of the first record in words, where they were asked for.
  private(set) var firstKeys = ""

  private let reader: JSONRecordReader
  private var parser: JSONRecordParser
  private var batch: RecordBatch
  private var byteCount = 0
  private static let batchSize = 4096
  private static let batchBytes = 1 << 18

  init(_ reader: JSONRecordReader) {
    self.reader = reader
    parser = JSONRecordParser(reader.tree)
    batch = reader.emptyBatch
  }

  /// What pointers out of the records lead to from the current list.
  var outwardTexts: [[UInt8]] {
    get { parser.outwardTexts }
    set { parser.outwardTexts = newValue }
  }

  var isEmpty: Bool { batch.count + batch.rejects.count == 0 }

  /// Whether the batch should be taken.
  var isFull: Bool {
    batch.count + batch.rejects.count >= Self.batchSize || byteCount >= Self.batchBytes
  }

  mutating func takeBatch() -> RecordBatch {
    let taken = batch
    batch = reader.emptyBatch
    byteCount = 0
    return taken
  }

  /// Reads the record at the window's place, which is at no white space.
  ///
  /// - Parameters:
  ///   - window: has the record next.
  ///   - keepsKeys: whether `firstKeys` is wanted.
  /// - Throws: `JSONError` for a fault after which the end of the record cannot be told.
  mutating func readRecord(_ window: inout JSONWindow, keepsKeys: Bool = false) throws {
    lastFault = nil
    if keepsKeys { firstKeys = try window.keysInWords() }
    // A record that is too long is found to be so, whether or not the window has it as a whole.
    let rest = window.text.count - window.place
    if rest <= JSONRecordReader.recordLimit, read(&window) == nil { return }
    try readSlowly(&window)
  }

  /// Reads a record that is sound and in the window; returns what else it is.
  private mutating func read(_ window: inout JSONWindow) -> JSONError? {
    do throws(JSONError) {
      let length = try parser.read(
        window.text.extracting(window.place...), from: 0, isUTF8: window.isUTF8, isWhole: false,
        into: &batch, position: position)
      advance(&window, to: window.place + length)
      return nil
    } catch {
      return error
    }
  }

  private mutating func advance(_ window: inout JSONWindow, to end: Int) {
    byteCount += end - window.place
    window.place = end
    position += 1
  }

  /// Finds the end of a record, which reaches beyond the window or is not sound, and reads it.
  private mutating func readSlowly(_ window: inout JSONWindow) throws {
    var extent = JSONExtent()
    var scanned = window.place
    while true {
      switch extent.scan(window.text, from: scanned, isEnd: window.isAtEnd) {
      case .closed(let end):
        guard end - window.place <= JSONRecordReader.recordLimit else {
          return try refuseLong(&window, extent, end: end)
        }
        if let error = read(&window) { reject(error, &window, to: end) }
        return
      case .open where !window.isAtEnd:
        let count = window.text.count
        guard count - window.place <= JSONRecordReader.recordLimit else {
          return try refuseLong(&window, extent, end: nil)
        }
        scanned = count
        scanned -= try window.fill(keepingFrom: window.place)
      case .open, .untold:
        throw window.fault()
      }
    }
  }

  private mutating func reject(_ error: JSONError, _ window: inout JSONWindow, to end: Int) {
    let place = window.locate(error, from: window.place)
    let line = window.line(at: window.place)
    lastFault = place
    batch.append(
      reject: RejectedRow(
        position: position, line: line,
        column: JSONRecordReader.column(
          ofFaultAt: error.offset, in: window.text.extracting(window.place..<end)),
        kind: error.rejectKind, reason: JSONRecordReader.reason(place, recordLine: line),
        raw: JSONRecordReader.raw(window.text.extracting(window.place..<end))))
    advance(&window, to: end)
  }

  /// Steps over a record that is too long, of which no more is kept than a reject shows.
  private mutating func refuseLong(
    _ window: inout JSONWindow, _ extent: JSONExtent, end: Int?
  ) throws {
    let start = window.located("")
    let raw = JSONRecordReader.raw(window.text.extracting(window.place...))
    var extent = extent
    var end = end
    window.place = end ?? window.text.count
    while end == nil {
      guard !window.isAtEnd else {
        throw start.saying(
          "a record of more than \(JSONRecordReader.recordLimit >> 20) MiB begins here and never "
            + "ends: is a quote or bracket missing?", kind: .text(.tooLong))
      }
      // What is not in `text` yet is a character that the window cuts.
      let place = window.place
      _ = try window.fill(keepingFrom: place)
      switch extent.scan(window.text, from: 0, isEnd: window.isAtEnd) {
      case .closed(let place): end = place
      case .open: window.place = window.text.count
      case .untold: throw window.located("quotes and brackets of a long record do not fit together")
      }
    }
    if let end { window.place = end }
    batch.append(
      reject: RejectedRow(
        position: position, line: start.line, column: nil, kind: .tooLong,
        reason: JSONRecordReader.tooLong("record"), raw: raw))
    position += 1
  }
}
