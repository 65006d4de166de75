import Bytes
import Tabular

extension JSONRecordReader {
  /// Bytes of a rejected row that are kept.
  static let rawLimit = 4096
  /// Bytes that a record may have.
  static let recordLimit = 16 << 20

  /// Why a record is refused that is longer than `recordLimit`.
  static func tooLong(_ noun: String) -> String {
    "the \(noun) is longer than \(recordLimit >> 20) MiB; expected one record; have the agency "
      + "export it again"
  }

  /// A fault in words, with its line where that is not the first of the record.
  static func reason(_ fault: JSONError, recordLine: Int) -> String {
    let line = fault.line == recordLine ? "" : "line \(fault.line), "
    return "\(line)column \(fault.column): \(fault.reason)"
  }

  /// The bytes of a rejected row that are kept: never a part of a character.
  static func raw(_ row: Span<UInt8>) -> [UInt8] {
    var end = row.count
    if end > 0, row[end - 1] == 0x0d { end -= 1 }
    guard end > rawLimit else { return row.extracting(0..<end).array }
    end = rawLimit
    while end > rawLimit - 4, row[end] & 0xc0 == 0x80 { end -= 1 }
    return row.extracting(0..<end).array
  }

  /// The key of the record's member that a fault lies in, cut at 40 bytes; nil where there is none.
  static func column(ofFaultAt offset: Int, in record: Span<UInt8>) -> String? {
    var scanner = JSONScanner(record)
    do throws(JSONError) {
      guard scanner.peek() == UInt8(ascii: "{") else { return nil }
      try scanner.open()
    } catch {
      return nil
    }
    while let key = nextMember(&scanner) {
      var name: [UInt8] = []
      scanner.append(key, to: &name)
      let end = (try? scanner.skipValue())?.end
      guard let end, end <= offset else { return cut(name) }
    }
    return nil
  }

  private static func nextMember(_ scanner: inout JSONScanner) -> JSONToken? {
    do throws(JSONError) {
      return try scanner.nextMember()
    } catch {
      return nil
    }
  }

  private static func cut(_ name: [UInt8]) -> String {
    let whole = String(decoding: name, as: UTF8.self)
    return whole.utf8.count <= 40 ? whole : String(whole.prefix(40))
  }
}
