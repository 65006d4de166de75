/// Writes zip archives with stored entries, right ones and such as no packer makes.
struct ZipBuilder {
  struct Entry {
    var name: [UInt8]
    var data: [UInt8]
    var flags = 0x800
    var mode = 0o100644
    /// What the directory says where it differs.
    var listedName: [UInt8]?
    var listedOffset: Int?
    var checksum: UInt32?
    var isListed = true

    init(_ name: String, _ data: String) {
      self.init(Array(name.utf8), Array(data.utf8))
    }

    init(_ name: [UInt8], _ data: [UInt8]) {
      self.name = name
      self.data = data
    }
  }

  var entries: [Entry]
  var comment: [UInt8] = []

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  init(_ files: (String, String)...) {
    self.init(files.map { Entry($0.0, $0.1) })
  }

  var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = result.count
      let checksum = entry.checksum ?? CRC32.of(entry.data)
      let common =
        little(entry.flags, 2) + little(0, 2) + little(0, 2) + little(0x5a21, 2)
        + little(Int(checksum), 4) + little(entry.data.count, 4) + little(entry.data.count, 4)
      result += [0x50, 0x4b, 3, 4] + little(20, 2) + common
      result += little(entry.name.count, 2) + little(0, 2) + entry.name + entry.data
      guard entry.isListed else { continue }
      let name = entry.listedName ?? entry.name
      directory += [0x50, 0x4b, 1, 2] + [20, 3] + little(20, 2) + common + little(name.count, 2)
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 2)
      directory += little(entry.mode << 16, 4) + little(entry.listedOffset ?? offset, 4) + name
    }
    let listed = entries.filter(\.isListed).count
    let end =
      [0x50, 0x4b, 5, 6] + little(0, 2) + little(0, 2) + little(listed, 2) + little(listed, 2)
      + little(directory.count, 4) + little(result.count, 4) + little(comment.count, 2) + comment
    return result + directory + end
  }
}

/// A number in so many bytes, the lowest first.
func little(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
}

/// The checksum of zip and gzip.
enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { (byte: UInt32) in
    (0..<8).reduce(byte) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xedb8_8320 : value >> 1 }
  }

  static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }
}
