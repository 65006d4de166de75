import Bytes

/// A file as a source of bytes.
struct FileSource: ByteSource {
  private let file: FileDescriptor

  init(path: String) throws(FileError) {
    file = try .reading(path)
  }

  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    try file.read(into: &buffer, upTo: limit)
  }
}
