import CLibArchive

/// The entries of a zip archive in memory, one after another.
///
/// Only an archive with its directory at the end is read, so that one that was cut off is refused.
@safe struct ZipReader: ~Copyable {
  /// One entry.
  struct Entry {
    /// Empty where the archive does not say it in text.
    let name: String
    let isEncrypted: Bool
    let isFile: Bool
  }

  private let handle: OpaquePointer
  /// Kept alive for libarchive.
  private let bytes: WorkbookBytes

  init(_ bytes: WorkbookBytes) throws(PartFault) {
    guard let handle = unsafe archive_read_new() else {
      throw PartFault("there is no memory for a zip reader")
    }
    let isOpen =
      unsafe archive_read_support_format_zip_seekable(handle) == ARCHIVE_OK
      && archive_read_open_memory(handle, bytes.start, bytes.count) == ARCHIVE_OK
    guard isOpen else {
      let fault = unsafe Self.fault(of: handle)
      unsafe _ = archive_read_free(handle)
      throw fault
    }
    unsafe self.handle = handle
    self.bytes = bytes
  }

  deinit {
    unsafe _ = archive_read_free(handle)
  }

  /// Moves on to the next entry; nil at the end.
  mutating func next() throws(PartFault) -> Entry? {
    var entry: OpaquePointer?
    let status = unsafe archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    // A warning is about a name that this machine's language cannot show.
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else {
      throw unsafe Self.fault(of: handle)
    }
    let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return unsafe Entry(
      name: name.map { unsafe String(cString: $0) } ?? "",
      isEncrypted: archive_entry_is_encrypted(entry) != 0,
      isFile: archive_entry_filetype(entry) == 0o100000)
  }

  /// Unpacks the next bytes of the current entry.
  ///
  /// - Returns: how many; 0 only at the end, where the checksum was right.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(PartFault) -> Int {
    let count = unsafe archive_read_data(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw unsafe Self.fault(of: handle) }
    return count
  }

  private static func fault(of handle: OpaquePointer) -> PartFault {
    let message = unsafe archive_error_string(handle).map { unsafe String(cString: $0) }
    return PartFault(
      """
      \(message ?? "it cannot be unpacked"); expected a complete zip archive; the file was \
      damaged or cut off, ask for it again
      """)
  }
}
