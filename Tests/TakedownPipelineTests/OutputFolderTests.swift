import Foundation
import Testing

@testable import TakedownPipeline

struct OutputFolderTests {
  private func temporaryFolder() -> String {
    FileManager.default.temporaryDirectory.appending(path: "outputs-\(UUID().uuidString)").path
  }

  @Test func `runs are kept in order and the published one is switched`() throws {
    let path = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let outputs = try OutputFolder(path: path, wait: 0)
    var runs: [String] = []
    for _ in 0..<12 {
      let partial = try outputs.makePartial()
      runs.append(try outputs.keep(partial))
      #expect(try outputs.lastRun?.name == runs.last)
    }
    #expect(runs == runs.sorted())
    #expect(Set(runs).count == 12)
    for run in runs.suffix(2) {
      try outputs.publish(run)
      #expect(Folders.target(ofLink: path + "/latest") == "runs/" + run)
    }
  }

  @Test func `what a killed run left is put aside for the next, and goes with it`() throws {
    let path = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      let outputs = try OutputFolder(path: path, wait: 0)
      let partial = try outputs.makePartial()
      try Folders.make(partial + "/1-ingest", mode: 0o700)
      try Folders.make(path + "/runs/.removed", mode: 0o700)
    }
    let outputs = try OutputFolder(path: path, wait: 0)
    #expect(try Folders.names(in: path + "/runs") == [".partial"])
    #expect(try outputs.lastRun == nil)
    let partial = try outputs.makePartial()
    #expect(try Folders.names(in: partial).isEmpty)
    #expect(try Folders.names(in: #require(outputs.interrupted)) == ["1-ingest"])
    try outputs.removeInterrupted()
    #expect(try Folders.names(in: path + "/runs").isEmpty)
  }

  @Test func `a link in the place of the run that is built is not followed`() throws {
    let path = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(
      atPath: path + "/elsewhere", withIntermediateDirectories: true)
    let outputs = try OutputFolder(path: path, wait: 0)
    try Folders.pointLink(path + "/runs/.partial", to: path + "/elsewhere")
    let partial = try outputs.makePartial()
    #expect(Folders.isFolder(partial))
    try Folders.make(partial + "/1-ingest", mode: 0o700)
    #expect(try Folders.names(in: path + "/elsewhere").isEmpty)
  }

  @Test func `one run holds the folder at a time`() throws {
    let path = temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let outputs = try OutputFolder(path: path, wait: 0)
    #expect(throws: PipelineError.locked(outputs: path, holder: nil)) {
      try OutputFolder(path: path, wait: 0)
    }
    _ = try outputs.makePartial()
    let error = #expect(throws: PipelineError.self) { try OutputFolder(path: path, wait: 0) }
    let number = ProcessInfo.processInfo.processIdentifier
    #expect(error?.description.contains("(process \(number) on ") == true)
    #expect(try outputs.lastRun == nil)
  }
}
