import Bytes
import Digests

/// A file that is being written: counted and digested on the way.
final class OutputFile {
  /// What was written, for the record of the run.
  struct Summary: Hashable, Sendable {
    var byteCount: Int
    var sha256: String
  }

  private let file: FileDescriptor
  private let digest = Digest()
  private(set) var byteCount = 0

  /// A new file, which by default its owner alone may read.
  init(path: String, mode: UInt32 = 0o600) throws(FileError) {
    file = try .writing(path, mode: mode)
  }

  func write(_ bytes: Span<UInt8>) throws(FileError) {
    guard !bytes.isEmpty else { return }
    try file.write(bytes)
    digest.update(bytes)
    byteCount += bytes.count
  }

  /// SHA-256 of what has been written so far.
  var sha256SoFar: String { digest.soFar() }

  /// Ends the file; it is on the disk once the run is kept.
  func finish() -> Summary {
    EarlySync.start(file)
    return Summary(byteCount: byteCount, sha256: digest.finish())
  }

  /// Writes a whole file.
  static func write(
    _ bytes: [UInt8], to path: String, mode: UInt32 = 0o600
  ) throws(FileError) -> Summary {
    let file = try OutputFile(path: path, mode: mode)
    try file.write(bytes.span)
    return file.finish()
  }

  /// Puts a whole file in the place of the one that may be there, in one step when it is on the disk.
  static func replace(
    _ bytes: [UInt8], at path: String, mode: UInt32
  ) throws(FileError) -> Summary {
    let output = try OutputFile(path: path + ".new", mode: mode)
    try output.write(bytes.span)
    try output.file.synchronize()
    try Folders.move(path + ".new", to: path)
    return Summary(byteCount: output.byteCount, sha256: output.digest.finish())
  }
}
