import Bytes

/// Plain files outside the outputs folder, for commands that write what they are told to.
package struct FileWriting {
  private let file: FileDescriptor

  /// A new file; standard output when there is no path.
  package init(path: String?) throws {
    file = try path.map { path in try .writing(path, mode: 0o644) } ?? .standardOutput
  }

  package func write(_ bytes: Span<UInt8>) throws {
    try file.write(bytes)
  }

  /// Writes a whole file, making the folders on its way.
  package static func write(_ bytes: [UInt8], to path: String) throws {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      folder += part
      try Folders.make(folder, mode: 0o755)
      folder += "/"
    }
    try FileWriting(path: path).write(bytes.span)
  }
}
