import CLibXLSXWriter
import Glibc

/// A file without a name, in memory alone: nothing is left of it, not even by a run that is killed.
@safe struct MemoryFile: ~Copyable {
  private let descriptor: Int32

  init() throws(WorkbookError) {
    descriptor = open_memory_file()
    guard descriptor >= 0 else { throw Self.failure }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// What a library opens it by.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All that was written to it.
  func bytes() throws(WorkbookError) -> [UInt8] {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let read = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + count }, buffer.count - count, count)
      }
      guard read > 0 else { throw Self.failure }
      count += read
    }
    return bytes
  }

  private static var failure: WorkbookError {
    .notWritten("takedowns.xlsx", unsafe String(cString: strerror(errno)))
  }
}
