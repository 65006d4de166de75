import Bytes

/// What was read of an entry of a zip archive, for comparison with the archive's directory.
struct ZipEntry {
  var name: [UInt8]
  var offset: Int
  var size: Int
}

/// The directory at the end of a zip archive, which must say what was found before it.
///
/// Read from its first byte to its last: so an archive that breaks off anywhere, or that holds more,
/// less or other entries than it lists, overlapping ones among them, is never taken for a whole one.
struct ZipDirectory {
  private let file: String
  private let source: PeekedSource
  private let entries: [ZipEntry]
  private let start: Int
  /// Bytes that were read, from the start of the archive.
  private var offset: Int
  private var isListed: [Bool]
  private var count = 0
  /// Where the entries of the directory end.
  private var end: Int
  /// What the large form of the end record states.
  private var large: Summary?

  private struct Summary {
    var count: Int
    var length: Int
    var start: Int
  }

  /// The archive from its offset `start` on, and what was read before, by growing offset.
  init(_ source: PeekedSource, start: Int, entries: [ZipEntry], file: String) {
    self.source = source
    self.start = start
    self.entries = entries
    self.file = file
    offset = start
    end = start
    isListed = Array(repeating: false, count: entries.count)
  }

  /// Reads the directory to the end of the source.
  ///
  /// - Throws: `ContainerError` for any difference, and what the source throws.
  mutating func check() throws {
    while true {
      let signature = try take(4).number(at: 0, bytes: 4)
      switch signature {
      case 0x0201_4b50: try checkEntry()
      case 0x0505_4b50: _ = try take(take(2).number(at: 0, bytes: 2))
      case 0x0606_4b50: try readLargeEnd()
      case 0x0706_4b50: _ = try take(16)
      case 0x0605_4b50: return try checkEnd()
      default: throw error("has other bytes where its directory should be")
      }
    }
  }

  private mutating func checkEntry() throws {
    let fixed = try take(42)
    let name = try take(fixed.number(at: 24, bytes: 2))
    let extra = try take(fixed.number(at: 26, bytes: 2))
    _ = try take(fixed.number(at: 28, bytes: 2))
    end = offset
    count += 1
    guard fixed[4] & 1 == 0 else {
      throw ContainerError(
        .refused, file: file,
        reason: "has the entry \(shown(name)), which is encrypted: send it unencrypted")
    }
    var size = fixed.number(at: 20, bytes: 4)
    var position = fixed.number(at: 38, bytes: 4)
    let large = ZipExtraField(extra).large(
      isSizeLarge: size == 0xffff_ffff,
      isPackedLarge: fixed.number(at: 16, bytes: 4) == 0xffff_ffff,
      isOffsetLarge: position == 0xffff_ffff)
    size = large.size ?? size
    position = large.offset ?? position

    guard let index = index(at: position), !isListed[index] else {
      throw error("lists the entry \(shown(name)), which is not where it should be")
    }
    isListed[index] = true
    guard entries[index].size == size else {
      throw error(
        "lists the entry \(shown(name)) with \(size) bytes and holds \(entries[index].size)")
    }
    let entryName = entries[index].name
    guard isSame(entryName, name, extra) else {
      throw error("lists the entry \(shown(name)) and calls it \(shown(entryName)) where it stands")
    }
    // The upper half is the mode of a file where the archive was made on such a system. A pipe is
    // what packers write that read their standard input.
    let type = fixed.number(at: 36, bytes: 2) & 0xf000
    if fixed[1] == 3 || fixed[1] == 19, ![0, 0x1000, 0x4000, 0x8000].contains(type) {
      throw ContainerError(
        .refused, file: file,
        reason: "has the entry \(shown(name)), which is a link or a device: send the file itself")
    }
  }

  private func index(at position: Int) -> Int? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].offset < position { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].offset == position ? low : nil
  }

  /// libarchive turns backslashes round, adds the slash of folders, and prefers the name in Unicode.
  private func isSame(_ read: [UInt8], _ listed: [UInt8], _ extra: [UInt8]) -> Bool {
    func plain(_ name: [UInt8]) -> [UInt8] {
      let name = name.map { $0 == 0x5c ? 0x2f : $0 }
      return name.last == 0x2f ? name.dropLast() : name
    }
    let name = plain(read)
    return name == plain(listed) || ZipExtraField(extra).unicodeName.map(plain) == name
  }

  private func shown(_ name: [UInt8]) -> String { ContainerError.quoted(name.span.text) }

  private mutating func readLargeEnd() throws {
    let length = try take(8).number(at: 0, bytes: 8)
    // No known one has more than some fields; a larger one would only fill memory.
    guard (44...65_536).contains(length) else { throw error("has a damaged end record") }
    let record = try take(length)
    large = Summary(
      count: record.number(at: 20, bytes: 8), length: record.number(at: 28, bytes: 8),
      start: record.number(at: 36, bytes: 8))
  }

  private mutating func checkEnd() throws {
    let record = try take(18)
    _ = try take(record.number(at: 16, bytes: 2))
    let stated = Summary(
      count: large?.count ?? record.number(at: 6, bytes: 2),
      length: large?.length ?? record.number(at: 8, bytes: 4),
      start: large?.start ?? record.number(at: 12, bytes: 4))
    // Writers that do not know the large form count on from 0.
    guard stated.count == count || (large == nil && stated.count == count & 0xffff),
      count == entries.count
    else {
      throw error("lists \(count) entries, states \(stated.count) and holds \(entries.count)")
    }
    guard stated.start == start, stated.length == end - start else {
      throw error("has its directory elsewhere than it states")
    }
    guard try source.restIsZero() else { throw error("goes on behind its end") }
  }

  private mutating func take(_ count: Int) throws -> [UInt8] {
    let bytes = try source.take(count)
    guard bytes.count == count else { throw error("breaks off inside its directory") }
    offset += count
    return bytes
  }

  private func error(_ what: String) -> ContainerError {
    ContainerError(file: file, reason: "\(what): it is damaged; fetch it again")
  }
}
