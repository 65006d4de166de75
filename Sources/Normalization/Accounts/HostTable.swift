import Bytes

/// The hosts of plain addresses, found by their bytes.
struct HostTable: Sendable {
  /// What the first segment of a path at a host is.
  enum Path: Sendable {
    case name
    case phone
  }

  private struct Entry: Sendable {
    let start: Int
    let count: Int
    let platform: Int
    let path: Path
  }

  private var slots = Array(repeating: Int16(-1), count: 1024)
  private var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// The last labels of all hosts, packed; a bare text that ends in one may be a host.
  private var endings: [UInt64] = []

  /// For each byte that a host name may hold its lower case; 0 for the others.
  static let hostBytes: [UInt8] = {
    var bytes = Array(repeating: UInt8(0), count: 256)
    for byte in UInt8(ascii: "a")...UInt8(ascii: "z") {
      bytes[Int(byte)] = byte
      bytes[Int(byte - 0x20)] = byte
    }
    for byte in UInt8(ascii: "0")...UInt8(ascii: "9") { bytes[Int(byte)] = byte }
    for byte in "-.".utf8 { bytes[Int(byte)] = byte }
    return bytes
  }()

  mutating func insert(_ host: String, platform: Int, path: Path) {
    let name = Array(host.utf8)
    guard name.count > 3, entries.count < slots.count / 2 else { return }
    var slot = Self.slot(of: name.span)
    while slots[slot] >= 0 { slot = (slot + 1) % slots.count }
    slots[slot] = Int16(truncatingIfNeeded: entries.count)
    entries.append(Entry(start: bytes.count, count: name.count, platform: platform, path: path))
    bytes += name
  }

  mutating func insert(ending host: String) {
    guard let label = host.split(separator: ".").last, label.utf8.count <= 8 else { return }
    var packed: UInt64 = 0
    for byte in label.utf8 { packed = packed << 8 | UInt64(byte) }
    if !endings.contains(packed) { endings.append(packed) }
  }

  /// The platform at exactly this host, in lower case.
  func lookup(_ host: Span<UInt8>, _ hostBytes: [UInt8]) -> (platform: Int, path: Path)? {
    guard host.count > 3, host.count < 64 else { return nil }
    var slot = Self.slot(of: host)
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.count == host.count {
        var i = 0
        while i < host.count, hostBytes[Int(host[i])] == bytes[entry.start + i] { i += 1 }
        if i == host.count { return (entry.platform, entry.path) }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether a text ends like a host: a full stop and a last label that some host has.
  func endsLikeHost(_ text: Span<UInt8>, _ hostBytes: [UInt8]) -> Bool {
    var packed: UInt64 = 0
    var shift: UInt64 = 0
    var i = text.count - 1
    while i > 0, shift < 64 {
      if text[i] == UInt8(ascii: ".") { return endings.contains(packed) }
      packed |= UInt64(hostBytes[Int(text[i])]) << shift
      shift += 8
      i -= 1
    }
    return shift == 64 && i > 0 && text[i] == UInt8(ascii: ".") && endings.contains(packed)
  }

  private static func slot(of host: Span<UInt8>) -> Int {
    var hash = UInt32(truncatingIfNeeded: host.count)
    hash = hash &* 0x9E37_79B1 ^ UInt32(host[0] | 0x20)
    hash = hash &* 0x9E37_79B1 ^ UInt32(host[host.count / 2] | 0x20)
    hash = hash &* 0x9E37_79B1 ^ UInt32(host[host.count - 4] | 0x20)
    return Int((hash &* 0x9E37_79B1) >> 22)
  }
}
