/// Writes zip archives without compression, for tests.
struct StoredZip {
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds an entry; bit 0 of `flags` says that it is encrypted.
  mutating func add(_ name: String, _ data: [UInt8], flags: Int = 0) {
    let start = bytes.count
    var header: [UInt8] = []
    header.append(20, 2)
    header.append(flags, 2)
    header.append(0, 2)
    header.append(0x0021_0000, 4)
    header.append(Int(Self.checksum(data)), 4)
    header.append(data.count, 4)
    header.append(data.count, 4)
    header.append(name.utf8.count, 2)
    header.append(0, 2)
    bytes += [0x50, 0x4b, 3, 4] + header + name.utf8 + data
    directory += [0x50, 0x4b, 1, 2, 20, 0] + header
    directory.append(0, 10)
    directory.append(start, 4)
    directory += name.utf8
    count += 1
  }

  /// The archive with its directory.
  func finished() -> [UInt8] {
    var end: [UInt8] = [0x50, 0x4b, 5, 6]
    end.append(0, 4)
    end.append(count, 2)
    end.append(count, 2)
    end.append(directory.count, 4)
    end.append(bytes.count, 4)
    end.append(0, 2)
    return bytes + directory + end
  }

  private static func checksum(_ data: [UInt8]) -> UInt32 {
    var checksum: UInt32 = 0xffff_ffff
    for byte in data {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum & 1 == 0 ? checksum >> 1 : checksum >> 1 ^ 0xedb8_8320 }
    }
    return ~checksum
  }
}

extension [UInt8] {
  /// Appends a number in little-endian order.
  fileprivate mutating func append(_ number: Int, _ width: Int) {
    for i in 0..<width { append(i < 8 ? UInt8(truncatingIfNeeded: number >> (8 * i)) : 0) }
  }
}
