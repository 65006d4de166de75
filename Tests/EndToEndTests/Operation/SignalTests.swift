import Foundation
import Glibc
import Testing

/// What a run leaves that a signal ends.
struct SignalTests {
  static let signals: [(signal: Int32, name: String, status: Int32)] = [
    (SIGINT, "SIGINT", 130), (SIGTERM, "SIGTERM", 143), (SIGHUP, "SIGHUP", 129),
  ]

  /// A workspace whose second file nobody writes, so that a run waits for it for ever.
  private static func waiting() throws -> Workspace {
    let workspace = try OperationExample.workspace()
    try OperationExample.addEndlessLog(workspace)
    return workspace
  }

  private static func isReading(_ workspace: Workspace) -> Bool {
    // The part of the first file is noted when it has been read.
    workspace.exists("outputs/runs/.partial/1-ingest/parts.ndjson")
      && (try? workspace.bytes("outputs/runs/.partial/1-ingest/parts.ndjson").isEmpty) == false
  }

  @Test(arguments: signals)
  func `a signal ends the run, and the next goes on`(
    signal: Int32, name: String, status: Int32
  ) throws {
    let workspace = try Self.waiting()
    let command = try RunningCommand(["run"], in: workspace)
    try command.wait { Self.isReading(workspace) }
    let start = ContinuousClock.now
    command.send(signal)
    #expect(command.end() == status)
    #expect(ContinuousClock.now - start < .seconds(2), "a second, and what a busy machine takes")
    #expect(
      command.error == """
        interrupted by \(name): nothing was published; the next run goes on with what was read

        """)
    #expect(workspace.latest == nil)
    #expect(workspace.exists("outputs/runs/.partial"))
    let told = try workspace.succeed("status").output
    #expect(told.contains(", status \(status): interrupted by \(name): nothing was published"))

    try workspace.remove("inputs/b.csv")
    try workspace.write(OperationExample.log.replacing("_", with: "."), to: "inputs/b.csv")
    let next = try workspace.succeed("run", "--verbose")
    #expect(next.error.contains("inputs/a.csv as read before"), "\(next)")
    #expect(!next.error.contains("inputs/b.csv as read before"), "\(next)")
    #expect(!workspace.exists("outputs/runs/.partial"))
    #expect(!workspace.exists("outputs/runs/.interrupted"))
  }

  /// A run that waits for a file for ever, and once a signal has come for a reader of its metrics.
  private static func hanging() throws -> (Workspace, RunningCommand) {
    let workspace = try waiting()
    try workspace.write(
      OperationExample.pipeline(operate: #"{ "metrics": "m.prom" }"#), to: "pipeline.json")
    let made = unsafe mkfifo(workspace.folder.appending(path: "m.prom.new").path, 0o600)
    try #require(made == 0)
    let command = try RunningCommand(["run"], in: workspace)
    try command.wait { isReading(workspace) }
    return (workspace, command)
  }

  @Test func `what hangs at the end does not keep the process`() throws {
    let (_, command) = try Self.hanging()
    command.send(SIGTERM)
    #expect(command.end() == 143)
    #expect(command.error.hasPrefix("interrupted by SIGTERM: nothing was published"))
  }

  @Test func `a second signal ends the process at once`() throws {
    // What hangs would be waited for nine tenths of a second. On a busy machine one try may take as
    // long for other reasons; not all of them.
    for _ in 0..<5 {
      let (_, command) = try Self.hanging()
      command.send(SIGTERM)
      try command.wait { command.error.hasPrefix("interrupted by SIGTERM") || !command.isRunning }
      let start = ContinuousClock.now
      command.send(SIGINT)
      #expect(command.end() == 143, "the status is that of the first")
      if ContinuousClock.now - start < .seconds(0.5) { return }
    }
    Issue.record("a second signal was waited for as long as what hangs")
  }

  @Test func `a signal that was ignored at the start stays ignored`() throws {
    let workspace = try Self.waiting()
    let command = try RunningCommand(["run"], in: workspace, ignoring: "HUP,INT")
    try command.wait { Self.isReading(workspace) }
    command.send(SIGHUP)
    command.send(SIGINT)
    Thread.sleep(forTimeInterval: 0.3)
    #expect(command.isRunning)
    command.send(SIGTERM)
    #expect(command.end() == 143)
  }

  @Test func `a command that publishes nothing says no more than that it was interrupted`() throws {
    let workspace = try Self.waiting()
    let command = try RunningCommand(["check"], in: workspace)
    // It leaves no sign of itself; the signals are waited for from the first moment on.
    Thread.sleep(forTimeInterval: 0.5)
    command.send(SIGTERM)
    #expect(command.end() == 143)
    #expect(command.error == "interrupted by SIGTERM\n")
  }

  @Test func `no program that was started stays behind`() throws {
    let workspace = try OperationExample.workspace(publish: "{}")
    try OperationExample.script(
      "echo $$ > \"$4.started\"; sleep 100", workspace, at: "bin/rsvg-convert")
    try workspace.succeed("run", "--to", "compare")
    let path = workspace.folder.appending(path: "bin").path + ":/usr/bin:/bin"
    let command = try RunningCommand(["run"], in: workspace, environment: ["PATH": path])
    func started() -> [String] {
      let files = (try? workspace.files(below: "outputs/runs/.partial")) ?? [:]
      return files.filter { $0.key.hasSuffix(".started") }
        .map { String(decoding: $0.value, as: UTF8.self) }
    }
    try command.wait { started().contains { $0.hasSuffix("\n") } }
    let numbers = started().compactMap { Int32($0.dropLast()) }
    command.send(SIGTERM)
    #expect(command.end() == 143)
    #expect(!numbers.isEmpty)
    for number in numbers {
      // What was killed may not have been reaped by the system yet.
      let status = try FileHandle(forReadingAtPath: "/proc/\(number)/stat")?.readToEnd()
      let text = String(decoding: status ?? Data(), as: UTF8.self)
      #expect(text.isEmpty || text.contains(") Z "), "\(text)")
    }
    #expect(workspace.exists("outputs/runs/.partial"), "nobody tidied up in the meantime")
  }
}
