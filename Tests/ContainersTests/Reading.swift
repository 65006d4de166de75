import Bytes
import Containers

/// What a reader gives, all at once.
struct Reading: Equatable {
  var files: [File] = []
  var skipped: [String] = []

  struct File: Equatable {
    var path: String
    var text: String
  }

  init(
    _ source: any ByteSource, file: String, limits: ContainerLimits = .standard
  ) throws {
    let reader = ContainerReader(source, file: file, limits: limits)
    while var member = try reader.next() {
      var bytes: [UInt8] = []
      while try member.source.read(into: &bytes, upTo: 1000) > 0 {}
      files.append(File(path: member.path, text: String(decoding: bytes, as: UTF8.self)))
    }
    skipped = reader.skipped
  }

  init(_ bytes: [UInt8], file: String, limits: ContainerLimits = .standard) throws {
    try self.init(ArraySource(bytes), file: file, limits: limits)
  }

  /// `path=text` of each file.
  var lines: [String] { files.map { "\($0.path)=\($0.text)" } }
}

/// A source that gives little at a time, and may fail.
struct SlowSource: ByteSource {
  struct Failure: Error, Equatable {}

  var bytes: ArraySource
  var rest: Int

  init(_ bytes: [UInt8], failingAfter count: Int = .max) {
    self.bytes = ArraySource(bytes)
    rest = count
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    guard rest > 0 else { throw Failure() }
    rest -= 1
    return bytes.read(into: &buffer, upTo: min(1, limit))
  }
}
