import Bytes
import CLibArchive
import Glibc

/// One archive or compressed stream, taken apart by libarchive while it arrives.
///
/// Only the one format or filter that is asked for is ever enabled. Every answer other than success
/// is an error, also those that libarchive calls warnings: a wrong checksum is one of them.
@safe final class ArchiveStream {
  /// An entry as the archive has it.
  struct Entry {
    enum Kind { case file, folder, link, other }

    var name: [UInt8]
    var kind: Kind
    var isEncrypted: Bool
    /// Where its header begins in the archive.
    var offset: Int
  }

  private let kind: ContainerKind
  private let file: String
  private let feed: ArchiveFeed
  private let archive: OpaquePointer
  private let block: UnsafeMutableRawBufferPointer
  /// In the locale "C" libarchive cannot give back names that are not ASCII.
  private let locale: locale_t?

  init(_ kind: ContainerKind, _ source: any ByteSource, file: String) throws {
    guard let archive = unsafe archive_read_new() else {
      throw ContainerError(file: file, reason: "cannot be opened: there is no memory for it")
    }
    unsafe self.archive = archive
    unsafe block = .allocate(byteCount: ArchiveFeed.blockSize, alignment: 16)
    unsafe locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
    self.kind = kind
    self.file = file
    feed = ArchiveFeed(source)
    let status = unsafe Self.enable(kind, archive)
    // A filter that libarchive would run as an external program is announced as a warning.
    guard status == ARCHIVE_OK else { throw failure }
    let context = unsafe Unmanaged.passUnretained(feed).toOpaque()
    guard unsafe archive_read_open(archive, context, nil, readBlock, nil) == ARCHIVE_OK else {
      throw failure
    }
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe block.deallocate()
    if let locale = unsafe locale { unsafe freelocale(locale) }
  }

  /// The next entry; nil at the end.
  func next() throws -> Entry? {
    let before = unsafe uselocale(locale)
    defer { unsafe _ = uselocale(before) }
    var found: OpaquePointer?
    let status = unsafe archive_read_next_header(archive, &found)
    if status == ARCHIVE_EOF, feed.failure == nil { return nil }
    guard status == ARCHIVE_OK, let entry = unsafe found else { throw failure }
    var name: [UInt8] = []
    if let text = unsafe archive_entry_pathname(entry) {
      unsafe name.append(
        contentsOf: UnsafeRawBufferPointer(start: UnsafeRawPointer(text), count: strlen(text)))
    }
    return unsafe Entry(
      name: name, kind: Self.kind(of: entry),
      isEncrypted: archive_entry_is_encrypted(entry) != 0, offset: headerOffset)
  }

  /// Appends bytes of the entry; 0 at its end, once libarchive has found its checksum right.
  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    let count = unsafe archive_read_data(archive, block.baseAddress, min(limit, block.count))
    guard count >= 0, feed.failure == nil else { throw failure }
    unsafe buffer.append(contentsOf: block[..<count])
    return count
  }

  /// Where the header that was looked for last begins, or where there was none.
  var headerOffset: Int { Int(unsafe archive_read_header_position(archive)) }

  /// How many bytes of the source were used.
  var offset: Int { Int(unsafe archive_filter_bytes(archive, -1)) }

  /// All bytes from an offset on; nil where they are no longer at hand.
  func rest(from offset: Int) -> PeekedSource? { feed.rest(from: offset) }

  private static func enable(_ kind: ContainerKind, _ archive: OpaquePointer) -> Int32 {
    switch kind {
    case .zip: return unsafe archive_read_support_format_zip_streamable(archive)
    case .tar: return unsafe archive_read_support_format_tar(archive)
    case .gzip, .xz, .zstd, .bzip2: break
    }
    // What was compressed may be empty, which the raw format does not know.
    guard unsafe archive_read_support_format_raw(archive) == ARCHIVE_OK,
      unsafe archive_read_support_format_empty(archive) == ARCHIVE_OK
    else { return ARCHIVE_FATAL }
    switch kind {
    case .xz: return unsafe archive_read_support_filter_xz(archive)
    case .zstd: return unsafe archive_read_support_filter_zstd(archive)
    default: return unsafe archive_read_support_filter_bzip2(archive)
    }
  }

  private static func kind(of entry: OpaquePointer) -> Entry.Kind {
    if unsafe archive_entry_hardlink(entry) != nil { return .link }
    // The types as `mode_t` has them.
    switch unsafe archive_entry_filetype(entry) {
    case 0o100000: return .file
    case 0o040000: return .folder
    case 0o120000: return .link
    default: return .other
    }
  }

  /// What the source threw, or else what libarchive has to say, which may be nothing.
  private var failure: any Error {
    if let failure = feed.failure { return failure }
    let text = unsafe archive_error_string(archive)
    let message = unsafe text.map { unsafe String(cString: $0) } ?? "it is damaged"
    let isUnsupported = message.hasPrefix("Unsupported")
    let advice =
      isUnsupported
      ? "pack it again with deflate" : "it is damaged or breaks off; fetch it again"
    return ContainerError(
      isUnsupported ? .refused : .damaged, file: file,
      reason: "cannot be read as a \(kind.name) (\(message)): \(advice)")
  }
}

/// Hands the next block of an `ArchiveFeed` to libarchive.
private func readBlock(
  _: OpaquePointer?, _ context: UnsafeMutableRawPointer?,
  _ start: UnsafeMutablePointer<UnsafeRawPointer?>?
) -> Int {
  guard let context = unsafe context, let start = unsafe start else { return -1 }
  let feed = unsafe Unmanaged<ArchiveFeed>.fromOpaque(context).takeUnretainedValue()
  guard let block = unsafe feed.nextBlock() else { return -1 }
  unsafe start.pointee = UnsafeRawPointer(block.baseAddress)
  return block.count
}
