import CLibArchive
import Glibc
import Testing

/// Containers as usual packers make them, by libarchive and by hand.
enum Packing {
  enum Format: String, CaseIterable, Sendable {
    case zip, tar, gzip, xz, zstd, bzip2
  }

  /// One gzip member in a stored block.
  static func gzip(_ data: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
    result += [1] + little(data.count, 2) + little(~data.count, 2) + data
    return result + little(Int(CRC32.of(data)), 4) + little(data.count, 4)
  }

  /// An archive of some files, or a stream of the first of them.
  static func pack(
    _ format: Format, _ files: [(String, [UInt8])], options: String? = nil
  ) throws -> [UInt8] {
    // Without it libarchive cannot write names that are not ASCII.
    let locale = unsafe try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = unsafe uselocale(locale)
    defer {
      unsafe _ = uselocale(before)
      unsafe freelocale(locale)
    }
    let writer = unsafe try #require(archive_write_new())
    defer { unsafe _ = archive_write_free(writer) }
    unsafe enable(format, writer)
    if let options { unsafe try #require(archive_write_set_options(writer, options) == 0) }
    unsafe archive_write_set_bytes_per_block(writer, 0)
    let capacity = files.reduce(1 << 16) { $0 + $1.1.count * 2 + 4096 }
    var used = 0
    var result = [UInt8](repeating: 0, count: capacity)
    let status = unsafe result.withUnsafeMutableBytes { buffer in
      unsafe archive_write_open_memory(writer, buffer.baseAddress, buffer.count, &used)
      var status: Int32 = 0
      for (name, data) in files {
        let entry = unsafe archive_entry_new()
        unsafe archive_entry_set_pathname(entry, name)
        unsafe archive_entry_set_filetype(entry, 0o100000)
        unsafe archive_entry_set_perm(entry, 0o644)
        unsafe archive_entry_set_size(entry, Int64(data.count))
        unsafe status |= archive_write_header(writer, entry)
        unsafe data.withUnsafeBytes {
          if unsafe archive_write_data(writer, $0.baseAddress, $0.count) < 0 { status = -1 }
        }
        unsafe archive_entry_free(entry)
      }
      unsafe status |= archive_write_close(writer)
      return status
    }
    try #require(status == 0)
    return Array(result.prefix(used))
  }

  private static func enable(_ format: Format, _ writer: OpaquePointer) {
    switch format {
    case .zip: unsafe _ = archive_write_set_format_zip(writer)
    case .tar: unsafe _ = archive_write_set_format_pax_restricted(writer)
    default: unsafe _ = archive_write_set_format_raw(writer)
    }
    switch format {
    case .gzip: unsafe _ = archive_write_add_filter_gzip(writer)
    case .xz: unsafe _ = archive_write_add_filter_xz(writer)
    case .zstd: unsafe _ = archive_write_add_filter_zstd(writer)
    case .bzip2: unsafe _ = archive_write_add_filter_bzip2(writer)
    case .zip, .tar: break
    }
  }
}
