import Digests

/// A file that a stage reads from outside: its path as it is shown, and where it is.
struct InputPlace: Sendable {
  let path: String
  let location: String

  /// Whether it holds the bytes that were read before.
  ///
  /// - Throws: `FileError` where it cannot be read.
  func isStill(_ former: WrittenFile) throws -> Bool {
    guard let size = Folders.size(ofFile: location) else {
      // One that may not be looked at is not said to be another.
      if Folders.exists(location) { _ = try FileDescriptor.reading(location) }
      return false
    }
    guard size == former.byteCount else { return false }
    return try Digest.sha256(file: location) == former.sha256
  }

  /// The file as it is.
  ///
  /// - Throws: `FileError` where it cannot be read.
  func written() throws -> WrittenFile {
    let bytes = try Folders.read(location)
    return WrittenFile(path: path, byteCount: bytes.count, sha256: Digest.sha256(bytes))
  }
}
