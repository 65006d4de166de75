import CLibXML2

/// Tells the names of a document by the addresses at which libxml2 keeps them.
///
/// A parser keeps one copy of each name in its dictionary. The known names are put there before
/// anything is read, so a look-up compares addresses only.
@safe struct PartNameTable {
  private static let size = 256
  private let addresses: UnsafeMutablePointer<UInt>
  private let names: UnsafeMutablePointer<PartName>

  init(_ dictionary: xmlDictPtr?) {
    let addresses = UnsafeMutablePointer<UInt>.allocate(capacity: Self.size)
    let names = UnsafeMutablePointer<PartName>.allocate(capacity: Self.size)
    unsafe addresses.initialize(repeating: 0, count: Self.size)
    unsafe names.initialize(repeating: .other, count: Self.size)
    for name in PartName.allCases where name != .other {
      let text = Array(name.rawValue.utf8)
      let interned = unsafe text.withUnsafeBufferPointer {
        unsafe xmlDictLookup(dictionary, $0.baseAddress, Int32($0.count))
      }
      let address = UInt(bitPattern: interned)
      var slot = Self.slot(address)
      while unsafe addresses[slot] != 0 { slot = (slot + 1) % Self.size }
      unsafe addresses[slot] = address
      unsafe names[slot] = name
    }
    unsafe self.addresses = addresses
    unsafe self.names = names
  }

  /// Gives the memory back; the table is not to be used again.
  func deallocate() {
    unsafe addresses.deallocate()
    unsafe names.deallocate()
  }

  subscript(name: UnsafePointer<UInt8>?) -> PartName {
    let address = UInt(bitPattern: name)
    var slot = Self.slot(address)
    while unsafe addresses[slot] != address {
      if unsafe addresses[slot] == 0 { return .other }
      slot = (slot &+ 1) % Self.size
    }
    return unsafe names[slot]
  }

  private static func slot(_ address: UInt) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9e37_79b9_7f4a_7c15) >> 40) & (size - 1)
  }
}
