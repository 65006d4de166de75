import Foundation
import Testing

/// What is said on standard error while a command works.
struct LogTests {
  private static func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  @Test func `lines of JSON say what there is to know`() throws {
    let workspace = try OperationExample.workspace()
    let result = try workspace.succeed("run", "--log-format", "json")
    let lines = try Self.objects(result.error)
    #expect(lines.count == 5)
    for line in lines {
      let time = try #require(line["time"] as? String)
      #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(time)")
      #expect(line["level"] as? String == "info")
    }
    #expect(
      lines.compactMap { $0["stage"] as? String } == ["ingest", "normalize", "compare", "emit"])
    #expect(lines.prefix(4).allSatisfy { $0["seconds"] is Double })
    #expect(lines.first?["reasons"] as? [String] == ["never-run"])
    let run = try #require(lines.last?["run"] as? String)
    #expect(workspace.latest == "runs/" + run)

    try workspace.remove("inputs/a.csv")
    let failed = try workspace.run(["run", "--log-format", "json"])
    let last = try #require(try Self.objects(failed.error).last)
    #expect(last["level"] as? String == "error")
    #expect(last["status"] as? Int == 3)
  }

  @Test func `a name cannot forge a line`() throws {
    let names = [
      "line": "a\nError: all is lost\npublished run 1", "escape": "a\u{1b}[2J\u{1b}]0;title\u{7}",
      "carriage return": "a\rpublished run 1", "one of Latin-1": "a\u{9b}2J",
      "line of Unicode": "a\u{2028}Error", "other direction": "a\u{202e}gpj",
      "brace": #"a"} {"level":"error"#,
    ]
    for (kind, name) in names {
      let workspace = try OperationExample.workspace()
      try workspace.write("", to: "inputs/" + name + ".csv")
      for format in ["text", "json"] {
        let result = try workspace.run(["run", "--log-format", format])
        #expect(result.status == 2, "\(kind)")
        let lines = result.error.split(separator: "\n")
        #expect(lines.count == 1, "\(kind): \(result.error)")
        let scalars = result.error.unicodeScalars.filter { $0 != "\n" }
        #expect(
          !scalars.contains { $0.properties.generalCategory == .control }, "\(kind), \(format)")
        #expect(!scalars.contains { [0x2028, 0x202e].contains($0.value) }, "\(kind), \(format)")
        if format == "json" {
          let object = try #require(try Self.objects(result.error).first)
          #expect((object["message"] as? String)?.contains(name) == true, "\(kind)")
        }
      }
      let check = try workspace.run(["check"])
      #expect(check.output.split(separator: "\n").count == 1, "\(kind): \(check)")
      #expect(!check.output.contains("\u{1b}"), "\(kind)")
    }
  }

  @Test func `more is said where it is asked for`() throws {
    let workspace = try OperationExample.workspace()
    try workspace.succeed("run")
    try workspace.write(OperationExample.log, to: "inputs/b.csv")
    try workspace.write(
      OperationExample.log.replacing("sample", with: "other"), to: "inputs/b.csv")
    let result = try workspace.succeed("run", "--verbose")
    #expect(result.error.contains("ingest: inputs/a.csv as read before\n"), "\(result)")
    for stage in ["ingest", "normalize", "compare", "emit"] {
      #expect(
        result.error.contains(try Regex("\n\(stage): took \\d+\\.\\d{3} s, memory so far")),
        "\(result)")
    }
    #expect(try workspace.run(["run", "--verbose", "--quiet"]).status == 64)
  }

  @Test func `nothing is said with quiet, unless the run fails`() throws {
    let workspace = try OperationExample.workspace()
    #expect(try workspace.succeed("run", "--quiet").error.isEmpty)
    #expect(try workspace.succeed("run", "--quiet").error.isEmpty)
    let failed = try workspace.run([
      "run", "--quiet", "--force", "ingest", "--set", "publish.png=true", "--set",
      "title=Other",
    ])
    // Where the pictures can be made, something else has to fail.
    let result =
      failed.status == 0
      ? try workspace.run(
        ["run", "--quiet", "--force", "ingest", "--set", "publish.png=true"],
        environment: ["PATH": "/nowhere"]) : failed
    #expect(result.status == 2)
    let lines = result.error.split(separator: "\n")
    #expect(lines.first?.hasPrefix("ingest: rows 2") == true, "\(result)")
    #expect(lines.last?.hasPrefix("Error: no 'rsvg-convert'") == true, "\(result)")
  }

  @Test func `how far the work is shows on a terminal alone`() throws {
    let workspace = try OperationExample.workspace()
    func run(_ options: String) throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/script")
      process.arguments = [
        "-qec", "'\(Workspace.command.path)' run --force ingest \(options)", "terminal",
      ]
      process.currentDirectoryURL = workspace.folder
      process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { $1 }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      return try workspace.text("terminal")
    }
    let shown = try run("")
    #expect(shown.contains("\r\u{1b}[Kingest: 2 rows of inputs/a.csv\r\u{1b}[Kingest: rows 2"))
    for options in ["--quiet", "--log-format json"] {
      #expect(!(try run(options)).contains("\u{1b}"), "\(options)")
    }
    #expect(!(try workspace.succeed("run", "--force", "ingest")).error.contains("\u{1b}"))
  }
}
