import Bytes
import Tabular

/// The fast way for records that keep to the shape of an earlier one.
///
/// It reads exactly as `JSONRecordParser` does or declines, and then nothing has been done.
struct JSONPlainPath {
  private(set) var shape = JSONRecordShape()
  /// The value of each member of the shape; one that ends at 0 is absent.
  private var values: [JSONToken] = []
  private var isTaken: [Bool] = []
  private var scratch: [UInt8] = []
  /// Records that it declined since it read one.
  private var declined = 0
  private static let absent = JSONToken(.null, start: 0, end: 0)
  /// After so many declined records another shape is tried.
  private static let patience = 8

  /// Whether the shape should give way to that of a record with so many members.
  func wants(memberCount: Int) -> Bool {
    memberCount > shape.keys.count || declined > Self.patience
  }

  /// Goes on with another shape.
  mutating func adopt(_ shape: JSONRecordShape) {
    self.shape = shape
    values = Array(repeating: Self.absent, count: shape.keys.count)
    isTaken = Array(repeating: false, count: shape.keys.count)
    declined = 0
  }

  /// Reads the record that begins at a place, which must be its brace.
  ///
  /// - Parameters:
  ///   - text: a text that the record begins in.
  ///   - start: where it begins.
  ///   - isUTF8: whether the text is known to be UTF-8.
  ///   - isWhole: whether nothing but white space may follow.
  ///   - outward: what pointers out of the record lead to.
  ///   - batch: is given the record.
  ///   - position: the record's ordinal.
  /// - Returns: the place after the record; nil when it is for `JSONRecordParser` to read.
  mutating func read(
    _ text: Span<UInt8>, from start: Int, isUTF8: Bool, isWhole: Bool, outward: [[UInt8]],
    into batch: inout RecordBatch, position: Int
  ) -> Int? {
    guard !shape.keys.isEmpty else { return nil }
    guard let end = readMembers(text, from: start, isUTF8: isUTF8),
      !isWhole || Self.spaceEnd(text, from: end) == text.count
    else {
      declined += 1
      return nil
    }
    declined = 0
    append(text, outward: outward, to: &batch)
    batch.endRecord(position: position)
    return end
  }

  private mutating func readMembers(
    _ text: Span<UInt8>, from start: Int, isUTF8: Bool
  ) -> Int? {
    // Inside the record one level is used up.
    var scanner = JSONScanner(
      text, maximumDepth: JSONScanner.standardDepth - 1, isUTF8: isUTF8)
    let count = shape.keys.count
    var number = 0
    var i = start + 1
    while true {
      while number < count, !shape.stands(number, in: text, at: i) {
        // The key may yet follow white space; else the member is absent.
        if i < text.count, text[i] <= 0x20 {
          i = Self.spaceEnd(text, from: i)
          continue
        }
        values[number] = Self.absent
        number += 1
      }
      guard number < count else { return nil }
      i += shape.keys[number].count
      i = Self.spaceEnd(text, from: i)
      guard i < text.count, text[i] == UInt8(ascii: ":") else { return nil }
      i = Self.spaceEnd(text, from: i + 1)
      guard i < text.count else { return nil }
      let end: Int
      if text[i] == UInt8(ascii: "\""),
        case let quote = text.plainJSONEnd(from: i + 1, stopsBeyondASCII: !isUTF8),
        quote < text.count, text[quote] == UInt8(ascii: "\"")
      {
        end = quote + 1
        values[number] = JSONToken(.string, start: i, end: end)
      } else {
        scanner.skip(to: i)
        guard let token = try? scanner.skipValue() else { return nil }
        values[number] = token
        end = token.end
      }
      number += 1
      i = Self.spaceEnd(text, from: end)
      guard i < text.count else { return nil }
      if text[i] == UInt8(ascii: ",") {
        i += 1
        continue
      }
      guard text[i] == UInt8(ascii: "}") else { return nil }
      while number < count {
        values[number] = Self.absent
        number += 1
      }
      return i + 1
    }
  }

  @inline(__always)
  private static func spaceEnd(_ text: Span<UInt8>, from start: Int) -> Int {
    var i = start
    while i < text.count, text[i] <= 0x20 {
      switch text[i] {
      case 0x20, 0x0a, 0x0d, 0x09: i += 1
      default: return i
      }
    }
    return i
  }

  private mutating func append(
    _ text: Span<UInt8>, outward: [[UInt8]], to batch: inout RecordBatch
  ) {
    if shape.hasAlternatives {
      for number in isTaken.indices { isTaken[number] = false }
    }
    for column in shape.columns.indices {
      appendColumn(shape.columns[column], text, outward: outward, to: &batch)
    }
    scratch.removeAll(keepingCapacity: true)
    if shape.hasAlternatives {
      let free = shape.free
      var next = 0
      for number in values.indices {
        let isFree = next < free.count && free[next] == number
        if isFree { next += 1 }
        if isFree || !values[number].isBlank && !isTaken[number] {
          appendLeft(number, text)
        }
      }
    } else {
      for place in shape.free.indices { appendLeft(shape.free[place], text) }
    }
    if !scratch.isEmpty { scratch.append(UInt8(ascii: "}")) }
    batch.append(field: scratch.span)
  }

  private mutating func appendColumn(
    _ origins: Range<Int>, _ text: Span<UInt8>, outward: [[UInt8]], to batch: inout RecordBatch
  ) {
    for place in origins {
      switch shape.origins[place] {
      case .member(let number):
        let value = values[number]
        guard !value.isBlank else { continue }
        if shape.hasAlternatives { isTaken[number] = true }
        guard value.hasEscapes else {
          return batch.append(field: text.extracting(value.contents))
        }
        scratch.removeAll(keepingCapacity: true)
        JSONScanner(text).append(value, to: &scratch)
        return batch.append(field: scratch.span)
      case .outward(let number):
        let value = outward[number]
        if value.isEmpty { continue }
        return batch.append(field: value.span)
      }
    }
    batch.append(field: text.extracting(0..<0))
  }

  private mutating func appendLeft(_ number: Int, _ text: Span<UInt8>) {
    let value = values[number]
    guard value.end > 0 else { return }
    scratch.append(scratch.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
    shape.append(key: number, to: &scratch)
    scratch.append(UInt8(ascii: ":"))
    scratch.append(text.extracting(value.range))
  }
}
