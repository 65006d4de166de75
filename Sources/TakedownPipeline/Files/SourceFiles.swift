import Bytes
import Containers
import TakedownModel

/// The files of a source as its readers see them, one after another: what a container holds stands
/// in its place.
///
/// A file on disk has been read as a whole, and its checksum verified, only when the next file has
/// been asked for; what was taken from it before is not to be believed until then.
struct SourceFiles {
  /// The files on disk that have been read as a whole.
  private(set) var inputs: [WrittenFile] = []
  /// What is to be said of containers and checksums.
  private(set) var findings: [Finding] = []
  private let pipeline: Pipeline
  private let keyPath: String
  private var waiting: [(path: String, members: String?)]
  private var current: OpenFile?

  /// All files of a source.
  ///
  /// - Throws: `PipelineError` where a pattern matches no file.
  init(_ pipeline: Pipeline, _ source: SourceSettings, number: Int) throws {
    let keyPath = "sources[\(number)].path"
    self.init(
      pipeline, try pipeline.files(of: source, keyPath: keyPath).reversed(), keyPath: keyPath)
  }

  /// One file on disk.
  init(_ pipeline: Pipeline, path: String, members: String?, keyPath: String) {
    self.init(pipeline, [(path, members)], keyPath: keyPath)
  }

  private init(
    _ pipeline: Pipeline, _ waiting: [(path: String, members: String?)], keyPath: String
  ) {
    self.pipeline = pipeline
    self.waiting = waiting
    self.keyPath = keyPath
  }

  /// The next file, when the one before has been read; nil after the last.
  ///
  /// - Throws: `ContainerError` for a container that is damaged or refused, `PipelineError` for a
  ///   checksum that does not hold, `FileError`.
  mutating func next() throws -> InputFile? {
    while true {
      if let file = current {
        if let input = try file.next() { return input }
        current = nil
        inputs.append(try file.finish(keyPath: keyPath))
        if let sidecar = file.sidecar { inputs.append(sidecar) }
        findings += file.findings
      }
      guard let (path, members) = waiting.popLast() else { return nil }
      current = try OpenFile(path: path, at: pipeline.resolve(path), members: members)
    }
  }

  /// Gives up the file on disk that is being read, and goes on with the next.
  mutating func skip() { current = nil }
}
