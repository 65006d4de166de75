import Foundation
import TakedownModel

/// A pipeline file with everything that is needed to run it.
package struct Pipeline: Sendable {
  package let file: PipelineFile
  /// The path of the pipeline file, as it was given.
  package let path: String
  /// The name of the pipeline file, as messages have it.
  let name: String
  /// The folder of the pipeline file: paths in it are relative to this.
  package let folder: String
  /// How many chunks are worked on at the same time.
  package let jobs: Int
  /// For how many seconds a run waits for another one to end.
  package let wait: Int
  /// SHA-256 of the pipeline file's bytes.
  let digest: String

  /// Reads a pipeline file.
  ///
  /// - Throws: `FileError` or `PipelineError` where it cannot be read, `ConfigurationError` with all
  ///   that is wrong in it.
  package init(
    path: String, overrides: [(key: String, value: String)] = [], jobs: Int? = nil, wait: Int = 0
  ) throws {
    self.path = path
    let slash = path.lastIndex(of: "/")
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    guard Folders.exists(path) else { throw PipelineError.noPipelineFile(path) }
    let bytes = try Folders.read(path)
    digest = Digest.sha256(bytes)
    file = try PipelineFile.read(bytes, name: name, overrides: overrides)
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    self.wait = wait
    try check()
  }

  /// The path of a file that the pipeline file names.
  func resolve(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// The files of a source, relative to the pipeline file, in byte order, each once.
  func files(of source: SourceSettings, keyPath: String) throws -> [String] {
    var paths: [String] = []
    for pattern in source.paths {
      let matches = Folders.matches(pattern, in: folder)
      guard !matches.isEmpty else {
        throw PipelineError.noFiles(keyPath: keyPath, pattern: pattern)
      }
      paths += matches.filter { !paths.contains($0) }
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
