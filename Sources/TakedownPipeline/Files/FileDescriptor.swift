import Bytes
import Glibc

/// An open file, closed when it is no longer used; standard input, output and error stay open.
final class FileDescriptor: Sendable {
  let path: String
  let number: Int32

  private init(_ number: Int32, path: String) {
    self.number = number
    self.path = path
  }

  deinit {
    if number > 2 { _ = close(number) }
  }

  /// Opens a file for reading.
  static func reading(_ path: String) throws(FileError) -> FileDescriptor {
    let number = retrying { unsafe open(path, O_RDONLY | O_CLOEXEC) }
    guard number >= 0 else { throw .last("open", path) }
    return FileDescriptor(number, path: path)
  }

  /// Opens a file for reading without waiting for whoever may write it.
  static func readingAtOnce(_ path: String) throws(FileError) -> FileDescriptor {
    let number = retrying { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard number >= 0 else { throw .last("open", path) }
    return FileDescriptor(number, path: path)
  }

  /// Opens a new, empty file for writing, readable by the owner alone unless `mode` says more.
  static func writing(_ path: String, mode: mode_t) throws(FileError) -> FileDescriptor {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW
    let number = retrying { unsafe open(path, flags, mode) }
    guard number >= 0 else { throw .last("create", path) }
    // Exactly this mode, whatever the umask.
    guard retrying({ fchmod(number, mode) }) == 0 else { throw .last("create", path) }
    return FileDescriptor(number, path: path)
  }

  /// Opens a file that processes lock, making it where there is none; what is in it stays.
  static func locking(_ path: String, mode: mode_t) throws(FileError) -> FileDescriptor {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let number = retrying { unsafe open(path, flags, mode) }
    guard number >= 0 else { throw .last("open", path) }
    return FileDescriptor(number, path: path)
  }

  /// Puts other bytes in the place of all that the file has.
  func replaceContents(_ bytes: Span<UInt8>) throws(FileError) {
    let number = number
    guard retrying({ ftruncate(number, 0) }) == 0, lseek(number, 0, SEEK_SET) == 0 else {
      throw .last("write", path)
    }
    try write(bytes)
  }

  /// Goes on reading at a byte.
  func seek(to offset: Int) throws(FileError) {
    guard lseek(number, off_t(offset), SEEK_SET) == offset else { throw .last("read", path) }
  }

  /// Standard output.
  static let standardOutput = FileDescriptor(1, path: "standard output")

  /// Standard error.
  static let standardError = FileDescriptor(2, path: "standard error")

  /// Whether somebody reads along on a terminal.
  var isTerminal: Bool { isatty(number) == 1 }

  /// Puts something in the place of standard input, output and error that are closed.
  ///
  /// No file that is opened gets their number then, and with it what is printed. Writing to them fails.
  static func occupyStandardNumbers() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) == -1 {
      // The lowest number that is free is this one.
      unsafe _ = open("/dev/null", O_RDONLY)
    }
  }

  /// The two ends of a pipe; reading from it never waits.
  static func pipe() throws(FileError) -> (reading: FileDescriptor, writing: FileDescriptor) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw .last("make", "pipe") }
    let pipe = (FileDescriptor(ends[0], path: "pipe"), FileDescriptor(ends[1], path: "pipe"))
    guard fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0,
      ends.allSatisfy({ fcntl($0, F_SETFD, FD_CLOEXEC) == 0 })
    else { throw .last("make", "pipe") }
    return pipe
  }

  /// Makes a pipe that its reader has closed an error of `write` instead of the end of the process.
  static func reportBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Opens a folder, for `synchronize`.
  static func folder(_ path: String) throws(FileError) -> FileDescriptor {
    let number = retrying { unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard number >= 0 else { throw .last("open", path) }
    return FileDescriptor(number, path: path)
  }

  /// Appends up to `limit` bytes to `buffer`; 0 at the end of the file.
  func read(into buffer: inout [UInt8], upTo limit: Int) throws(FileError) -> Int {
    let used = buffer.count
    let number = number
    var count = -1
    let block = unsafe [UInt8](unsafeUninitializedCapacity: limit) { target, filled in
      count = retrying { unsafe Glibc.read(number, target.baseAddress, limit) }
      filled = max(count, 0)
    }
    guard count >= 0 else { throw .last("read", path) }
    if used == 0, buffer.capacity <= block.capacity {
      buffer = block
    } else {
      buffer.append(contentsOf: block)
    }
    return count
  }

  /// Writes all of the bytes.
  func write(_ bytes: Span<UInt8>) throws(FileError) {
    var offset = 0
    while offset < bytes.count {
      let rest = bytes.extracting(offset...)
      let number = number
      let written = unsafe rest.withUnsafeBufferPointer { buffer in
        retrying { unsafe Glibc.write(number, buffer.baseAddress, buffer.count) }
      }
      guard written > 0 else { throw .last("write", path) }
      offset += written
    }
  }

  /// What the system says of the open file: its kind, its owner, who may read it.
  func status() throws(FileError) -> stat {
    var status = stat()
    let number = number
    guard unsafe fstat(number, &status) == 0 else { throw .last("look at", path) }
    return status
  }

  /// Returns when everything that was written is on the disk.
  func synchronize() throws(FileError) {
    guard retrying({ fsync(number) }) == 0 else { throw .last("fsync", path) }
  }

  /// Takes the lock on the file without waiting; false when another process holds it.
  func lock() throws(FileError) -> Bool {
    if retrying({ flock(number, LOCK_EX | LOCK_NB) }) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw .last("lock", path) }
    return false
  }
}

/// Calls again while a signal interrupts the call.
private func retrying<Value: SignedInteger>(_ call: () -> Value) -> Value {
  while true {
    let value = call()
    if value != -1 || errno != EINTR { return value }
  }
}
