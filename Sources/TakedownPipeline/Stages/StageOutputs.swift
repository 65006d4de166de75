import Bytes
import Tabular
import TakedownModel

/// The files of one stage's folder while they are being written, each with its header row.
final class StageOutputs {
  private let folder: String
  private let fileMode: UInt32
  private var files: [(name: String, file: OutputFile)] = []

  /// Makes the folder: stage folders are the owner's alone, since they hold account identifiers.
  init(folder: String, stage: StageName) throws(FileError) {
    self.folder = folder
    fileMode = stage == .emit ? 0o640 : 0o600
    try Folders.make(folder, mode: stage.folderMode)
  }

  /// Opens a CSV file and writes its header.
  func table(_ name: String, columns: [String]) throws(FileError) -> OutputFile {
    let file = try open(name)
    var header: [UInt8] = []
    header.append(csvRow: columns)
    try file.write(header.span)
    return file
  }

  /// Writes a whole file; `name` may have folders in it.
  func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try open(name).write(bytes.span)
  }

  /// Ends all files.
  ///
  /// - Returns: what was written, in the byte order of the names.
  func finish() -> [WrittenFile] {
    var written: [WrittenFile] = []
    for (name, file) in files {
      let summary = file.finish()
      written.append(
        WrittenFile(path: name, byteCount: summary.byteCount, sha256: summary.sha256))
    }
    return written.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Opens an empty file; `name` may have folders in it.
  func open(_ name: String) throws(FileError) -> OutputFile {
    var path = folder
    for part in name.split(separator: "/").dropLast() {
      path += "/" + part
      try Folders.make(path, mode: 0o750)
    }
    let file = try OutputFile(path: folder + "/" + name, mode: fileMode)
    files.append((name, file))
    return file
  }
}

/// A file as it was written or read: its path, size and digest.
struct WrittenFile: Hashable, Sendable {
  let path: String
  let byteCount: Int
  let sha256: String

  init(path: String, byteCount: Int, sha256: String) {
    self.path = path
    self.byteCount = byteCount
    self.sha256 = sha256
  }

  /// A file as `json` has it; nil for anything else.
  init?(_ json: JSONValue) {
    guard let path = json["path"]?.string, let count = json["bytes"]?.integer,
      let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(path: path, byteCount: count, sha256: sha256)
  }

  var json: JSONValue {
    .object(["path": .string(path), "bytes": .integer(byteCount), "sha256": .string(sha256)])
  }
}
