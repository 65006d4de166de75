import Foundation
import Glibc
import Testing

/// The command while it runs, with signals at their defaults whatever those of the tests are.
final class RunningCommand {
  private let process = Process()
  private let workspace: Workspace

  init(
    _ arguments: [String], in workspace: Workspace, ignoring signals: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    self.workspace = workspace
    process.executableURL = URL(filePath: "/usr/bin/env")
    let ignored = signals.map { ["--ignore-signal=\($0)"] } ?? []
    process.arguments =
      ["--default-signal=INT,TERM,HUP"] + ignored + [Workspace.command.path] + arguments
    process.currentDirectoryURL = workspace.folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    for name in [".out", ".err"] { try workspace.write("", to: name) }
    process.standardOutput = try FileHandle(
      forWritingTo: workspace.folder.appending(path: ".out"))
    process.standardError = try FileHandle(
      forWritingTo: workspace.folder.appending(path: ".err"))
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) {
    kill(process.processIdentifier, signal)
  }

  /// Waits until something is so.
  func wait(until isSo: () -> Bool) throws {
    for _ in 0..<1000 {
      if isSo() { return }
      try #require(process.isRunning, "ended too early: \(error)")
      Thread.sleep(forTimeInterval: 0.02)
    }
    Issue.record("still not so: \(error)")
  }

  /// Waits for the end.
  ///
  /// - Returns: the exit status; nil where a signal has ended it.
  func end() -> Int32? {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  /// What it has said on standard error.
  var error: String { (try? workspace.text(".err")) ?? "" }
}
