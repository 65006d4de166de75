import Bytes

/// One container that is open, and the entry of it that is being read.
final class ContainerLayer {
  private enum Unpacking {
    case archive(ArchiveStream)
    case gzip(GzipStream)
  }

  let kind: ContainerKind
  /// The container with the ways into it.
  let path: String
  /// The name of the container itself.
  private let name: String
  /// The number of the entry that is being read, 1-based.
  private(set) var ordinal = 0
  private let unpacking: Unpacking
  private let budget: ContainerBudget
  private var names: Set<String> = []
  private var zipEntries: [ZipEntry] = []
  /// Bytes of the entry so far.
  private var size = 0
  private var isEntryAtEnd = true
  private var scratch: [UInt8] = []
  private var failure: (any Error)?

  init(
    _ kind: ContainerKind, _ source: PeekedSource, path: String, name: String,
    budget: ContainerBudget
  ) throws {
    self.kind = kind
    self.name = name
    self.path = path
    self.budget = budget
    unpacking =
      kind == .gzip
      ? .gzip(try GzipStream(source, file: path))
      : .archive(try ArchiveStream(kind, source, file: path))
  }

  /// Reads what is left of the entry and goes to the next file, past folders; nil at the end, once
  /// the container has been found whole.
  func next() throws -> EntryName? {
    try remembering {
      repeat { scratch.removeAll(keepingCapacity: true) } while try unpack(into: &scratch) > 0
      return try kind.isArchive ? nextFile() : nextStream()
    }
  }

  /// Appends bytes of the entry; 0 at its end, once it has been found whole.
  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    try remembering { try unpack(into: &buffer, upTo: limit) }
  }

  private func remembering<Value>(_ work: () throws -> Value) throws -> Value {
    if let failure { throw failure }
    do {
      return try work()
    } catch {
      failure = error
      throw error
    }
  }

  private func unpack(
    into buffer: inout [UInt8], upTo limit: Int = ArchiveFeed.blockSize
  ) throws -> Int {
    guard !isEntryAtEnd, limit > 0 else { return 0 }
    let count =
      switch unpacking {
      case .archive(let stream): try stream.read(into: &buffer, upTo: limit)
      case .gzip(let stream): try stream.read(into: &buffer, upTo: limit)
      }
    size += count
    isEntryAtEnd = count == 0
    try budget.add(unpacked: count, of: path)
    return count
  }

  private func beginEntry() {
    ordinal += 1
    size = 0
    isEntryAtEnd = false
  }

  /// The one file that was compressed, named after the container.
  private func nextStream() throws -> EntryName? {
    guard ordinal == 0 else {
      try finish()
      return nil
    }
    beginEntry()
    try budget.addEntry(of: path)
    if case .archive(let stream) = unpacking, try stream.next() == nil { isEntryAtEnd = true }
    return EntryName(inside: kind.nameInside(name))
  }

  private func nextFile() throws -> EntryName? {
    guard case .archive(let stream) = unpacking else { return nil }
    while true {
      if kind == .zip, !zipEntries.isEmpty { zipEntries[zipEntries.count - 1].size = size }
      guard let entry = try stream.next() else {
        try finish()
        return nil
      }
      try budget.addEntry(of: path)
      let name = try EntryName(
        entry.name, isZip: kind == .zip, limit: budget.nameLength, in: path)
      try check(entry, name)
      beginEntry()
      if kind == .zip {
        zipEntries.append(ZipEntry(name: entry.name, offset: entry.offset, size: 0))
      }
      if entry.kind == .file, !name.isFolder { return name }
      guard try unpack(into: &scratch) == 0 else {
        throw ContainerError(
          .refused, file: path,
          reason: "has the folder \(ContainerError.quoted(name.path)) with bytes of its own: "
            + "pack the files again under plain names")
      }
    }
  }

  private func check(_ entry: ArchiveStream.Entry, _ name: EntryName) throws(ContainerError) {
    let fault: String? =
      switch entry.kind {
      case _ where entry.isEncrypted: "which is encrypted: send it unencrypted"
      case .link: "which is a link: send the file itself"
      case .other: "which is neither a file nor a folder: leave it out"
      // Equal texts may be spelled with different code points; the same folder may come twice.
      case .file where !names.insert(name.path).inserted:
        "a second time: give each file a name of its own"
      case .file, .folder: nil
      }
    guard let fault else { return }
    throw ContainerError(
      .refused, file: path, reason: "has the entry \(ContainerError.quoted(name.path)), \(fault)")
  }

  /// Makes sure that the container is whole and reads its source to the end.
  private func finish() throws {
    guard case .archive(let stream) = unpacking else { return }
    let offset = kind == .zip ? stream.headerOffset : stream.offset
    if kind == .tar {
      // Without the block of zeros that ends it, an archive may have been cut between two entries.
      guard offset >= stream.headerOffset + 512 else {
        throw ContainerError(file: path, reason: "breaks off behind an entry: fetch it again")
      }
    }
    guard let rest = stream.rest(from: offset) else {
      throw ContainerError(file: path, reason: "is damaged at its end: fetch it again")
    }
    if kind == .zip {
      var directory = ZipDirectory(rest, start: offset, entries: zipEntries, file: path)
      try directory.check()
    } else if try !rest.restIsZero() {
      throw ContainerError(file: path, reason: "goes on behind its end: fetch it again")
    }
  }
}
