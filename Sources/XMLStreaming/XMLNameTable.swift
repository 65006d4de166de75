/// Numbers for the names that paths speak of; every other name is 0.
///
/// libxml2 keeps one copy of each name a document has, so a name is compared byte by byte only when
/// its address is seen for the first time.
struct XMLNameTable {
  private var names: [[UInt8]] = []
  private var addresses: [UInt]
  private var symbols: [Int32]
  private var filled = 0

  init() {
    addresses = Array(repeating: 0, count: 128)
    symbols = Array(repeating: 0, count: 128)
  }

  /// How many numbers there are, 0 included.
  var count: Int { names.count + 1 }

  /// The number of a name of a path.
  mutating func insert(_ name: String) -> Int {
    let bytes = Array(name.utf8)
    if let index = names.firstIndex(of: bytes) { return index + 1 }
    names.append(bytes)
    return names.count
  }

  /// The number of a name of a path, 0 for one that was not inserted.
  func number(of name: String) -> Int {
    names.firstIndex(of: Array(name.utf8)).map { $0 + 1 } ?? 0
  }

  /// The number of a name of the document, which must end with NUL and stay where it is.
  mutating func symbol(of name: UnsafePointer<UInt8>) -> Int {
    let address = UInt(bitPattern: name)
    let slot = slot(of: address)
    if addresses[slot] == address { return Int(symbols[slot]) }
    let index = names.firstIndex { unsafe Self.equals($0, name) }
    let symbol = index.map { $0 + 1 } ?? 0
    addresses[slot] = address
    symbols[slot] = Int32(truncatingIfNeeded: symbol)
    filled += 1
    if filled * 2 > addresses.count { grow() }
    return symbol
  }

  private static func equals(_ bytes: [UInt8], _ name: UnsafePointer<UInt8>) -> Bool {
    for (i, byte) in bytes.enumerated() where unsafe name[i] != byte { return false }
    return unsafe name[bytes.count] == 0
  }

  private func slot(of address: UInt) -> Int {
    let mask = addresses.count - 1
    var slot = Int(truncatingIfNeeded: (address &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
    while addresses[slot] != 0, addresses[slot] != address { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = (addresses, symbols)
    addresses = Array(repeating: 0, count: old.0.count * 2)
    symbols = Array(repeating: 0, count: old.0.count * 2)
    for (address, symbol) in zip(old.0, old.1) where address != 0 {
      let slot = slot(of: address)
      addresses[slot] = address
      symbols[slot] = symbol
    }
  }
}
