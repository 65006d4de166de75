import Bytes

/// A file to be read: one on disk, or a member of a container.
struct InputFile {
  /// Relative to the pipeline file, members after `!`.
  let path: String
  let source: any ByteSource
  let measure: DigestedSource

  /// Size and digest, to be asked when the readers are done with it.
  func written() throws -> WrittenFile {
    try measure.drain()
    return WrittenFile(path: path, byteCount: measure.byteCount, sha256: measure.sha256)
  }
}
