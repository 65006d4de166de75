import Bytes
import Tabular

/// The members of one record, in their order: most records of a log have them or some of them.
///
/// A record that keeps to it needs no search for its keys and no check that they are unique.
struct JSONRecordShape: Sendable {
  /// Where the text of a field comes from.
  enum Origin: Sendable {
    /// A member, by its number.
    case member(Int)
    /// A value outside the record, by its number in the tree.
    case outward(Int)
  }

  /// A key as it stands in the text, with its quotes.
  struct Key: Sendable {
    let count: Int
    /// The first eight bytes, or all with zeros after them, as a little-endian number.
    let head: UInt64
    /// Bits of the bytes that `head` has of the key.
    let mask: UInt64
    /// The last eight bytes; meaningless for a shorter key.
    let tail: UInt64
    /// Where the whole key lies in `bytes`.
    let start: Int
  }

  private(set) var keys: [Key] = []
  private var bytes: [UInt8] = []
  /// The members that no field speaks of.
  private(set) var free: [Int] = []
  /// For each column its origins, the preferred one first.
  private(set) var origins: [Origin] = []
  private(set) var columns: [Range<Int>] = []
  /// Some column has several origins, so that a member may be left though a field speaks of it.
  private(set) var hasAlternatives = false

  /// Nothing matches.
  init() {}

  /// The shape of a record with these keys, quotes included; nil when pointers lead further than to
  /// its members, or a key has escapes.
  init?(keys texts: [[UInt8]], tree: JSONFieldTree) {
    guard tree.firstSlots[0] < 0, tree.parents.allSatisfy({ $0 <= 0 }) else { return nil }
    var members: [Int: Int] = [:]
    for (number, text) in texts.enumerated() {
      guard !text.contains(UInt8(ascii: "\\")), text.count >= 2 else { return nil }
      keys.append(Key(text.span, start: bytes.count))
      bytes += text
      let name = text.span.extracting(1..<text.count - 1)
      if let child = tree.child(of: 0, key: name, hint: -1) {
        members[tree.childNodes[child]] = number
      } else {
        free.append(number)
      }
    }
    for slots in tree.alternatives {
      let start = origins.count
      for slot in slots {
        if let outward = tree.outward.firstIndex(where: { $0.slot == slot }) {
          origins.append(.outward(outward))
        } else if let member = members[tree.nodes[slot]] {
          origins.append(.member(member))
        }
      }
      columns.append(start..<origins.count)
      if origins.count > start + 1 { hasAlternatives = true }
    }
  }

  /// Whether a key, with its quotes, stands at a place of a text.
  @inline(__always)
  func stands(_ number: Int, in text: Span<UInt8>, at place: Int) -> Bool {
    let key = keys[number]
    guard place + 8 <= text.count else {
      return place + key.count <= text.count
        && text.extracting(place..<place + key.count).equals(whole(key))
    }
    guard text.word(at: place).littleEndian & key.mask == key.head else { return false }
    guard key.count > 8 else { return true }
    guard place + key.count <= text.count,
      text.word(at: place + key.count - 8).littleEndian == key.tail
    else { return false }
    return key.count <= 16 || text.extracting(place..<place + key.count).equals(whole(key))
  }

  /// Appends a key with its quotes.
  func append(key number: Int, to text: inout [UInt8]) {
    text.append(whole(keys[number]))
  }

  @_lifetime(borrow self)
  private func whole(_ key: Key) -> Span<UInt8> {
    bytes.span.extracting(key.start..<key.start + key.count)
  }
}

extension JSONRecordShape.Key {
  init(_ text: Span<UInt8>, start: Int) {
    var head: UInt64 = 0
    var mask: UInt64 = 0
    for i in 0..<min(8, text.count) {
      head |= UInt64(text[i]) << UInt64(8 * i)
      mask |= 0xff << UInt64(8 * i)
    }
    self.init(
      count: text.count, head: head, mask: mask,
      tail: text.count >= 8 ? text.word(at: text.count - 8).littleEndian : 0, start: start)
  }
}
