import Bytes
import Ingestion
import Tabular
import TakedownModel

extension FuzzTarget {
  /// JSON is accepted by all its readings or by none, and each line and element is accounted for.
  ///
  /// The first two bytes choose where the records of a document are and the size of the pieces.
  static let json = FuzzTarget(name: "json") { input in
    let records = input.choose([nil, "/rows", "/days/*/rows", ""])
    let pieceSize = input.choose([.max, 1, 2, 7])
    let bytes = input.rest
    checkValue(bytes)
    checkLines(bytes)
    for format in [SourceLayout.Format.ndjson, .json(records: records)] {
      let layout = SourceLayout(
        id: "log", format: format,
        fields: [
          .account: ["/url", "/who/name"], .platform: isLines(format) ? ["/at"] : ["/at", "../at"],
          .category: ["/tags/1"],
        ])
      let file = IngestedFile(layout, bytes)
      let pieces = IngestedFile(layout, bytes, pieceSize: pieceSize)
      require(file == pieces, "\(file), in pieces \(pieces)")
      for row in file.rows {
        if let other = row.last, !other.isEmpty { require(scan(other) == nil, shown(other)) }
      }
    }
  }

  private static func isLines(_ format: SourceLayout.Format) -> Bool {
    if case .ndjson = format { true } else { false }
  }

  /// Why a text is not JSON, by the scanner alone.
  private static func scan(_ bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      var scanner = JSONScanner(bytes.span)
      scanner.skipByteOrderMark()
      _ = try scanner.skipValue()
      try scanner.finish()
      return nil
    } catch {
      return error
    }
  }

  /// The tree and the scanner refuse the same texts, save that a tree has no key twice; and a tree
  /// that is printed is the same tree again.
  private static func checkValue(_ bytes: [UInt8]) {
    let fault = scan(bytes)
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(parsing: bytes.span)
    } catch {
      let isDuplicate = error.reason.hasSuffix("occurs twice in one object")
      require(isDuplicate || error == fault, "\(error), by the scanner \(fault as Any)")
      return
    }
    require(fault == nil, "accepted, but \(fault as Any) by the scanner")
    let text = value.prettyText
    do throws(JSONError) {
      let again = try JSONValue(parsing: Array(text.utf8).span)
      require(again == value, "\(value) is \(again) when printed and read")
      require(Array(again.prettyText.utf8) == Array(text.utf8), "printed twice it differs")
    } catch {
      fatalError("printed, it is refused: \(error): \(text.debugDescription)")
    }
  }

  /// A line is a record only where it is JSON, and lines that are all records are so in a list too.
  private static func checkLines(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false).map { Array($0) }
      .filter { line in line.contains { ![0x20, 0x09, 0x0d, 0x1e].contains($0) } }
    let reader = JSONRecordReader(fields: fields)
    let batch = reader.readLines(bytes.span, firstLine: 1, firstPosition: 1)
    let count = JSONRecordReader.countLines(in: bytes.span).records
    require(count == lines.count, "\(count) lines said, \(lines.count) found")
    let positions = (batch.positions + batch.rejects.map(\.position)).sorted()
    require(positions == Array(1..<lines.count + 1), "positions \(positions)")
    for position in batch.positions {
      let line = lines[position - 1]
      var scanner = JSONScanner(line.span, from: start(of: line))
      require(scanner.peek() == UInt8(ascii: "{"), "a record that is no object")
      require((try? scanner.skipValue()) != nil, "a record that is no JSON: \(shown(line))")
      require((try? scanner.finish()) != nil, "a record with more after it: \(shown(line))")
    }
    guard batch.rejects.isEmpty else { return }
    var list: [UInt8] = [0x5b]
    list += lines.map { $0[start(of: $0)...] }.joined(separator: [0x2c])
    list.append(0x5d)
    checkList(list, reader, rows([batch]))
  }

  /// Where a line begins: after white space and the separator of RFC 7464.
  private static func start(of line: [UInt8]) -> Int {
    line.firstIndex { ![0x20, 0x09, 0x0d, 0x1e].contains($0) } ?? line.count
  }

  private static func checkList(
    _ list: [UInt8], _ reader: JSONRecordReader, _ expected: [[[UInt8]]]
  ) {
    do throws(JSONError) {
      let batches = try reader.readDocument(list.span, recordsAt: nil)
      require(rows(batches) == expected, "lines are read otherwise in a list")
    } catch {
      fatalError("lines that are records are no list: \(error)")
    }
  }

  private static let fields: [[JSONPointer]] = [["/url", "/who/name"], ["/at"], ["/tags/1"]].map {
    $0.compactMap { try? JSONPointer($0) }
  }

  private static func rows(_ batches: [RecordBatch]) -> [[[UInt8]]] {
    batches.flatMap { batch in
      (0..<batch.count).map { index in
        (0..<batch.width).map { Array(batch.bytes[batch.range(index, $0)]) }
      }
    }
  }
}
