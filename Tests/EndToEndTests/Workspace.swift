import Foundation
import Testing

/// A fresh folder in which the built command runs, removed with the object.
final class Workspace {
  /// What a command printed and how it ended.
  struct Result: CustomStringConvertible {
    let output: String
    let error: String
    let status: Int32

    var description: String { "status \(status)\n\(output)\n\(error)" }
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "takedowns-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the command with the arguments, in the folder or one below it.
  func run(
    _ arguments: [String], environment: [String: String] = [:], in subfolder: String = ""
  ) throws -> Result {
    let process = Process()
    process.executableURL = Self.command
    process.arguments = arguments
    process.currentDirectoryURL = subfolder.isEmpty ? folder : folder.appending(path: subfolder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files, not pipes: what is printed may be longer than a pipe holds.
    let output = folder.appending(path: ".stdout")
    let error = folder.appending(path: ".stderr")
    for file in [output, error] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self),
      status: process.terminationStatus)
  }

  /// Runs the command, which must end with status 0.
  @discardableResult
  func succeed(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Result {
    let result = try run(arguments)
    try #require(result.status == 0, "\(result)", sourceLocation: sourceLocation)
    return result
  }

  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ bytes: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func copy(_ source: URL, to path: String) throws {
    let target = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: target)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }

  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: path))
  }

  func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  /// Where `outputs/latest` points to; nil when nothing is published.
  var latest: String? {
    try? FileManager.default.destinationOfSymbolicLink(
      atPath: folder.appending(path: "outputs/latest").path)
  }

  /// Every file below a folder with its bytes.
  func files(below path: String) throws -> [String: Data] {
    let root = folder.appending(path: path).resolvingSymlinksInPath()
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      _ = unsafe FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[name] = try Data(contentsOf: file) }
    }
    return files
  }

  /// The built command, which lies beside the tests.
  static let command = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "takedowns")

  /// The root of the package.
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Data that nobody here wrote, where it is at hand.
  static let fixtures = package.deletingLastPathComponent().appending(path: "shared/fixtures")

  /// Small nasty inputs, where they are at hand.
  static let cases = package.deletingLastPathComponent().appending(path: "shared/cases")
}
