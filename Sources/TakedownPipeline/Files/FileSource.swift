import Bytes

/// A file as a source of bytes, with its size and digest once it has been read to the end.
final class FileSource: ByteSource {
  private let file: FileDescriptor
  private let digest: Digest?
  private(set) var byteCount = 0

  /// Opens a file; one that is not `digested` is read faster.
  init(path: String, digested: Bool = true) throws(FileError) {
    file = try .reading(path)
    digest = digested ? Digest() : nil
  }

  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    let before = buffer.count
    let count = try file.read(into: &buffer, upTo: limit)
    digest?.update(buffer.span.extracting(before...))
    byteCount += count
    return count
  }

  /// SHA-256 of what has been read, to be asked once, at the end; empty where it was not digested.
  func finish() -> String {
    digest?.finish() ?? ""
  }
}
