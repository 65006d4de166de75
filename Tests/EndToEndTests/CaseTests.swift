import Foundation
import Testing

/// Cases as folders: what a user has, what they type, and what must come out.
///
/// A case holds `commands` (one line of arguments each), `pipeline.json` and `inputs/`, and in
/// `expected/` a `transcript` of all commands and the files below `outputs/latest` that must come out
/// byte for byte. `TAKEDOWNS_RECORD=1` writes what comes out into `expected/`; the review is the diff.
struct CaseTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static let cases: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix("/commands") }.map { String($0.dropLast(9)) }.sorted()
  }()

  @Test func `there are cases`() {
    #expect(Self.cases.count >= 40)
  }

  @Test(arguments: cases)
  func `a case gives what it should`(name: String) throws {
    let source = Self.folder.appending(path: name)
    let workspace = try Workspace()
    for part in ["pipeline.json", "inputs"] {
      let path = source.appending(path: part)
      if FileManager.default.fileExists(atPath: path.path) {
        try workspace.copy(path, to: part)
      }
    }
    var transcript = ""
    let commands = try String(contentsOf: source.appending(path: "commands"), encoding: .utf8)
    for line in commands.split(separator: "\n") {
      let result = try workspace.run(line.split(separator: " ").map(String.init))
      transcript += "$ takedowns \(line)\n"
      transcript += result.output
      for line in result.error.split(separator: "\n") {
        transcript += "! " + Self.withoutRun(String(line)) + "\n"
      }
      transcript += "status \(result.status)\n\n"
    }

    let expected = source.appending(path: "expected")
    let isRecording = ProcessInfo.processInfo.environment["TAKEDOWNS_RECORD"] == "1"
    if isRecording {
      try FileManager.default.createDirectory(at: expected, withIntermediateDirectories: true)
      try Data(transcript.utf8).write(to: expected.appending(path: "transcript"))
    }
    let wanted = try String(contentsOf: expected.appending(path: "transcript"), encoding: .utf8)
    #expect(transcript == wanted)
    for path in try FileManager.default.subpathsOfDirectory(atPath: expected.path).sorted()
    where path != "transcript" {
      let file = expected.appending(path: path)
      guard !file.hasDirectoryPath, (try? FileHandle(forReadingFrom: file)) != nil,
        let wanted = try? Data(contentsOf: file)
      else { continue }
      let found = try workspace.bytes("outputs/latest/" + path)
      if isRecording { try found.write(to: file) }
      // As texts, so that a failure shows them.
      let (foundText, wantedText) = (
        String(decoding: found, as: UTF8.self), String(decoding: wanted, as: UTF8.self)
      )
      #expect(isRecording || foundText == wantedText, "\(path)")
      #expect(isRecording || found == wanted, "\(path) differs in bytes that are no text")
    }
  }

  /// Runs are named for the moment they were made.
  private static func withoutRun(_ line: String) -> String {
    line.replacing(#/run [0-9]{8}T[0-9]{6}Z(\+[0-9]+)?/#, with: "run RUN")
  }
}
