import Foundation
import Testing

/// Standard output and error that are closed, full, or no longer read.
struct StandardStreamTests {
  /// Runs the command in a shell that puts its streams elsewhere.
  private static func run(
    _ arguments: String, _ streams: String, in workspace: Workspace
  ) throws -> (status: Int32, error: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [
      "-c", "set -o pipefail; '\(Workspace.command.path)' \(arguments) \(streams)",
    ]
    process.currentDirectoryURL = workspace.folder
    try workspace.write("", to: ".err")
    process.standardError = try FileHandle(
      forWritingTo: workspace.folder.appending(path: ".err"))
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try workspace.text(".err"))
  }

  private static func published() throws -> Workspace {
    let workspace = try OperationExample.workspace()
    try workspace.succeed("run")
    return workspace
  }

  static let results = [
    "headline", "headline --format json", "config", "schema", "unmapped", "explain",
    "explain figure nca", "explain account x.com/sample", "run --dry-run", "sample --rows 3",
    "--help", "--version", "--generate-completion-script bash",
  ]

  @Test func `a result that cannot be written is an error`() throws {
    let workspace = try Self.published()
    for arguments in Self.results {
      for streams in [">&-", ">/dev/full"] {
        let result = try Self.run(arguments, streams, in: workspace)
        #expect(result.status == 2, "\(arguments) \(streams): \(result)")
        #expect(
          result.error.contains("cannot write 'standard output'"),
          "\(arguments) \(streams): \(result)")
      }
    }
  }

  @Test func `a reader that has read enough is no error`() throws {
    let workspace = try Self.published()
    for arguments in ["schema", "sample --rows 100000", "explain", "--help"] {
      let result = try Self.run(arguments, "| head -c 1", in: workspace)
      #expect(result.status == 0, "\(arguments): \(result)")
      #expect(result.error.isEmpty, "\(arguments): \(result)")
    }
  }

  @Test func `standard error that cannot be written changes nothing`() throws {
    let workspace = try OperationExample.workspace()
    for streams in ["2>&-", "2>/dev/full", "<&- >&- 2>&-"] {
      let result = try Self.run("run --force ingest", streams, in: workspace)
      #expect(result.status == 0, "\(streams)")
      // The file that is open all the time would have got the number of what is closed.
      #expect(try workspace.bytes("outputs/.lock").isEmpty)
    }
    let release = try workspace.files(below: "outputs/latest/release")
    try workspace.remove("outputs")
    try workspace.succeed("run")
    #expect(
      try workspace.files(below: "outputs/latest/release") == release,
      "nothing that was printed got into a file")
    #expect(try Self.run("nonsense", "2>&-", in: workspace).status == 64)
    try workspace.remove("inputs/a.csv")
    #expect(try Self.run("run", "2>&-", in: workspace).status == 3)
  }
}
