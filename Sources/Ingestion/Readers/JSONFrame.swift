import Tabular

/// An array or object on the way to the lists of records, which is being read.
struct JSONFrame {
  /// Where it begins, with nothing to say yet.
  let place: JSONError
  let isObject: Bool
  /// The segment of the pointer that is followed in it, by its number.
  let segment: Int
  /// An element may lack what the pointer goes on with.
  let isMany: Bool
  /// What was found under the segment.
  var isFound = false
  /// Elements that were met.
  var index = 0
  /// The text of each pointer out of the records, as it leads on from here; nil when not yet known.
  var texts: [[UInt8]?]
  /// Which of these pointers' first keys were met.
  var isMet: [Bool]
  /// The first keys that were met, for a message, and how many there were.
  private(set) var names: [String] = []
  private(set) var keyCount = 0

  init(place: JSONError, isObject: Bool, segment: Int, isMany: Bool, outward: Int) {
    self.place = place
    self.isObject = isObject
    self.segment = segment
    self.isMany = isMany
    texts = Array(repeating: nil, count: isObject ? outward : 0)
    isMet = Array(repeating: false, count: texts.count)
  }

  /// Notes a key for a message.
  mutating func note(_ key: [UInt8]) {
    keyCount += 1
    guard keyCount <= JSONListFinder.keyLimit, !isFound else { return }
    names.append("'\(String(decoding: key.prefix(40), as: UTF8.self))'")
  }

  /// What it is, in words.
  var noun: String {
    guard isObject else { return JSONToken(.array, start: 0, end: 0).noun }
    return JSONToken(.object, start: 0, end: 0).noun + JSONListFinder.words(names, of: keyCount)
  }
}
