import Bytes
import CLibZ

/// A zip archive that is written in memory, compressed by zlib.
///
/// Its entries have no time but 1 January 1980, no owner and no extra field, which the format of ODF
/// forbids in its first entry and libarchive always writes.
struct ZipWriter {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Adds a file; a stored one stays as it is.
  ///
  /// - Throws: `WorkbookError` where it is of 4 GB or more, or there is no memory.
  mutating func add(
    _ name: String, _ content: [UInt8], isStored: Bool = false
  ) throws(WorkbookError) {
    guard content.count < Int(UInt32.max), bytes.count < Int(UInt32.max) else {
      throw .notWritten(name, "a part has 4 GB or more")
    }
    let packed = isStored ? content : try Deflate.packed(content, name: name)
    var header: [UInt8] = []
    // Version 2.0; no flags; stored or deflated; midnight of 1 January 1980.
    for field in [20, 0, isStored ? 0 : 8, 0, 0x21] { header.append(field, bytes: 2) }
    header.append(Int(Deflate.checksum(of: content)), bytes: 4)
    header.append(packed.count, bytes: 4)
    header.append(content.count, bytes: 4)
    header.append(name.utf8.count, bytes: 2)
    header.append(0, bytes: 2)

    directory.append(0x0201_4b50, bytes: 4)
    directory.append(20, bytes: 2)
    directory += header
    // No comment, first volume, no attributes.
    directory.append(0, bytes: 10)
    directory.append(bytes.count, bytes: 4)
    directory.append(name)

    bytes.append(0x0403_4b50, bytes: 4)
    bytes += header
    bytes.append(name)
    bytes += packed
    count += 1
  }

  /// The archive, once everything was added.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.append(0x0605_4b50, bytes: 4)
    bytes.append(0, bytes: 4)
    bytes.append(count, bytes: 2)
    bytes.append(count, bytes: 2)
    bytes.append(directory.count, bytes: 4)
    bytes.append(start, bytes: 4)
    bytes.append(0, bytes: 2)
    return bytes
  }
}

extension [UInt8] {
  /// Appends a number with its lowest byte first.
  fileprivate mutating func append(_ value: Int, bytes width: Int) {
    for place in 0..<width {
      append(place < 8 ? UInt8(truncatingIfNeeded: value >> (8 * place)) : 0)
    }
  }
}
