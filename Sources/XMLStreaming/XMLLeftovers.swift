import Bytes
import Tabular

/// The texts of one record that no field took, as the text of a JSON object from path to text.
///
/// The second text of the same path gets the key `path[2]`, the third `path[3]`: a bracket cannot
/// stand in a name, and no key occurs twice.
@safe struct XMLLeftovers {
  /// The object; empty when there is no member.
  private(set) var json: [UInt8] = []
  private var keys: [UInt8] = []
  private var ends: [Int] = []
  /// How often each key came, once there are too many to compare one by one.
  private var occurrences: [[UInt8]: Int] = [:]

  /// Bytes in memory.
  var length: Int { json.count + keys.count }

  mutating func removeAll() {
    guard !json.isEmpty else { return }
    json.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    if !occurrences.isEmpty { occurrences = [:] }
  }

  /// Adds an element to the path of the member that is being built.
  mutating func append(elementName: UInt) {
    if keys.count > (ends.last ?? 0) { keys.append(UInt8(ascii: "/")) }
    append(name: elementName)
  }

  /// Ends the path of the member that is being built with an attribute.
  mutating func append(attributeName: UInt) {
    keys.append(keys.count > (ends.last ?? 0) ? "/@" : "@")
    append(name: attributeName)
  }

  /// Completes the member; without a path it is the text of the record's own element.
  mutating func endMember(_ bytes: [UInt8], _ range: Range<Int>) {
    let start = ends.last ?? 0
    if keys.count == start { keys.append(UInt8(ascii: ".")) }
    let earlier = earlierOccurrences(of: start..<keys.count)
    ends.append(keys.count)
    json.append(json.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
    json.append(plainOrEscaped: keys, start..<keys.count)
    if earlier > 0 {
      json.removeLast()
      json.append(UInt8(ascii: "["))
      json.append(decimal: earlier + 1)
      json.append("]\"")
    }
    json.append(UInt8(ascii: ":"))
    json.append(plainOrEscaped: bytes, range)
  }

  /// Closes the object.
  mutating func finish() {
    if !json.isEmpty { json.append(UInt8(ascii: "}")) }
  }

  private mutating func earlierOccurrences(of key: Range<Int>) -> Int {
    guard ends.count >= 16 else { return scan(for: key) }
    if occurrences.isEmpty {
      for index in ends.indices {
        let start = index > 0 ? ends[index - 1] : 0
        occurrences[keys.span.extracting(start..<ends[index]).array, default: 0] += 1
      }
    }
    let bytes = keys.span.extracting(key).array
    let earlier = occurrences[bytes] ?? 0
    occurrences[bytes] = earlier + 1
    return earlier
  }

  private func scan(for key: Range<Int>) -> Int {
    var found = 0
    var start = 0
    for end in ends {
      if keys.span.extracting(start..<end).equals(keys.span.extracting(key)) { found += 1 }
      start = end
    }
    return found
  }

  /// Names stay in the parser's dictionary for as long as the parser lives.
  private mutating func append(name address: UInt) {
    guard var byte = unsafe UnsafePointer<UInt8>(bitPattern: address) else { return }
    while unsafe byte.pointee != 0 {
      unsafe keys.append(byte.pointee)
      unsafe byte += 1
    }
  }
}

extension [UInt8] {
  /// Appends a JSON string; most texts need no escapes and are copied whole.
  fileprivate mutating func append(plainOrEscaped bytes: [UInt8], _ range: Range<Int>) {
    let text = bytes.span.extracting(range)
    for i in text.indices where text[i] < 0x20 || text[i] == 0x22 || text[i] == 0x5c {
      return append(jsonString: text)
    }
    append(0x22)
    append(text)
    append(0x22)
  }
}
