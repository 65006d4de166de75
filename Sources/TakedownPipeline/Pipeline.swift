import Containers
import Digests
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
    let folder = folder
    file = try PipelineFile.read(
      bytes, name: name, overrides: overrides,
      presetFile: { try Folders.read($0.hasPrefix("/") ? $0 : folder + "/" + $0) })
    self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
    self.wait = wait
    try check()
  }

  /// The path of a file that the pipeline file names.
  func resolve(_ path: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  /// The files of a source, relative to the pipeline file, in byte order, each once, with the pattern
  /// of the members to read.
  ///
  /// A file of checksums beside the file that it is for is no file of the source. None where the
  /// source is missing and may be.
  func files(
    of source: SourceSettings, keyPath: String
  ) throws -> [(path: String, members: String?)] {
    if source.allowsMissing, isMissing(source) { return [] }
    for pattern in source.paths where try matches(pattern).isEmpty {
      throw PipelineError.noFiles(keyPath: keyPath, pattern: pattern.filePattern)
    }
    return try filesThere(of: source)
  }

  /// The same as far as they are there.
  func filesThere(of source: SourceSettings) throws -> [(path: String, members: String?)] {
    var files: [String: String?] = [:]
    for pattern in source.paths {
      for path in try matches(pattern) where files[path] == nil {
        files[path] = .some(pattern.memberPattern)
      }
    }
    return files.map { (path: $0.key, members: $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Looks for the files of every source.
  ///
  /// - Throws: `PipelineError.noFiles` for the first source that is missing and may not be; `FileError`.
  package func expectFiles() throws {
    for (number, source) in file.sources.enumerated() {
      _ = try files(of: source, keyPath: "sources[\(number)].path")
    }
  }

  /// Whether no file of a source is there at all; a folder that cannot be read is no sign of that.
  func isMissing(_ source: SourceSettings) -> Bool {
    source.paths.allSatisfy { (try? matches($0))?.isEmpty ?? false }
  }

  /// A line for each source that a run goes on without.
  var missingNotes: [String] {
    file.sources.enumerated().filter { $0.element.allowsMissing && isMissing($0.element) }
      .map { number, source in
        let patterns = source.paths.map { "'\($0.filePattern)'" }.joined(separator: " or ")
        return "sources[\(number)].path: no file matches \(patterns); going on without "
          + "'\(source.id)', as allow_missing says"
      }
  }

  private func matches(_ pattern: SourcePath) throws(FileError) -> [String] {
    try Folders.matches(pattern.filePattern, in: folder).filter { !isSidecar($0) }
  }

  /// Whether a file states the checksum of another one beside it.
  private func isSidecar(_ path: String) -> Bool {
    ChecksumFile.subject(of: path).map { Folders.exists(resolve($0)) } ?? false
  }
}
