import Foundation
import Tabular
import Testing

/// `check` and `explain` as a person at an agency sees them.
struct CheckTests {
  private static let settings = """
    { "version": 1,
      "reporting": { "time_zone": "Europe/London", "year_start": "07-01", "as_of": "2025-03-31" },
      "sources": [ { "id": "uk-nca", "agency": "uk-nca", "path": "PATH", "format": "csv",
        "fields": { "platform": "Platform", "account": "Account", "action": "Outcome",
          "action_date": "Date" } } ] }
    """
  private static let header = "Platform,Account,Outcome,Date\n"

  private static func workspace(
    _ files: [String: String], path: String = "inputs/*.csv"
  ) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(settings.replacing("PATH", with: path), to: "pipeline.json")
    for (name, text) in files { try workspace.write(text, to: "inputs/" + name) }
    return workspace
  }

  /// A log with a row for each of many codes, and one of them many times.
  private static let oddLog =
    header + "TikTok,@sample_one,Removed,2025-01-02\n"
    + (0..<150).map { "short \($0)\n" }.joined() + (0..<150).map { _ in ",,,\n" }.joined()
      + """
      TikTok,"@sample_two"x,Removed,2025-01-02
      TikTok,"@never closed,Removed,2025-01-02
      Platform,Account,Outcome,Date
      Total,,,3
      TikTok,n/a,Removed,2025-01-02
      TikTok,@sample_three,Removed,31/02/2025
      TikTok,@sample_four,Vanished,2025-01-02

      """

  @Test func `all findings are counted by code, and as many are printed as are asked for`() throws {
    let workspace = try Self.workspace(["log.csv": Self.oddLog])
    let result = try workspace.run(["check", "--show", "3"])
    #expect(result.status == 1)
    let counts = [
      "blank-row: 150", "date-form: 1", "field-count: 150", "no-account: 1", "repeated-header: 1",
      "text-after-quote: 1", "total-row: 1", "unclosed-quote: 1", "unknown-action: 1",
      "unmapped-actions: 1", "unreadable-date: 1",
    ]
    let summary = result.error.split(separator: "\n").dropFirst(2).map { String($0) }
    #expect(summary == counts, "\(result)")
    let lines = result.output.split(separator: "\n")
    for count in counts {
      let code = count.prefix { $0 != ":" }
      let printed = lines.count { $0.hasSuffix("[\(code)]") }
      #expect(printed == (count.hasSuffix(" 150") ? 3 : 1), "\(code)")
    }
    #expect(lines.contains { $0.hasPrefix("inputs/log.csv:3: error: record 2: 1 fields where") })
    let all = try workspace.run(["check", "--show", "1000"])
    #expect(all.output.split(separator: "\n").count { $0.hasSuffix("[field-count]") } == 150)
    #expect(!workspace.exists("outputs"))
  }

  @Test func `with --quiet nothing is printed but what makes it fail`() throws {
    let row = "TikTok,@sample_one,Removed,2025-01-02\n"
    let workspace = try Self.workspace([
      "log.csv": Self.header + row + "TikTok,n/a,Removed,2025-01-02\n"
    ])
    #expect(try workspace.succeed("check").output.contains("[no-account]"))
    let quiet = try workspace.succeed("check", "--quiet")
    #expect(quiet.output.isEmpty && quiet.error.isEmpty, "\(quiet)")
    let failing = try workspace.run(["check", "--quiet", "--fail-on", "warning"])
    #expect(failing.status == 1 && failing.output.contains("[no-account]"), "\(failing)")
  }

  @Test func `a run writes the code of each reject and counts them`() throws {
    let workspace = try Self.workspace(["log.csv": Self.oddLog])
    try workspace.succeed("run", "--to", "ingest")
    let folder = try #require(
      try FileManager.default.contentsOfDirectory(
        atPath: workspace.folder.appending(path: "outputs/runs").path
      ).first { !$0.hasPrefix(".") })
    let rejects = try Table(
      csv: Array(workspace.bytes("outputs/runs/\(folder)/1-ingest/rejects.csv")))
    let column = try #require(rejects.index(of: "code"))
    #expect(rejects.columns[column + 1] == "reason")
    var counts: [String: Int] = [:]
    for row in rejects.rows { counts[row[column], default: 0] += 1 }
    let expected = [
      "field-count": 150, "repeated-header": 1, "text-after-quote": 1, "total-row": 1,
      "unclosed-quote": 1,
    ]
    #expect(counts == expected)
    let record = try JSONValue(
      parsing: Array(workspace.bytes("outputs/runs/\(folder)/run.json")).span)
    let recorded = record["stages"]?["ingest"]?["counts"]?["rejects_by_code"]
    for (code, count) in expected { #expect(recorded?[code]?.integer == count, "\(code)") }
  }

  struct Stop: Sendable, CustomTestStringConvertible {
    let code: String
    let files: [String: String]
    var path = "inputs/*.csv"
    var testDescription: String { code }
  }

  private static let good = header + "TikTok,@sample_one,Removed,2025-01-02\n"

  static let stops = [
    Stop(code: "missing-file", files: [:]),
    Stop(code: "empty-file", files: ["log.csv": ""]),
    Stop(code: "missing-column", files: ["log.csv": good.replacing("Account", with: "Acount")]),
    Stop(
      code: "ambiguous-column", files: ["log.csv": good.replacing("Outcome", with: "Platform")]),
    Stop(code: "repeated-file", files: ["a.csv": good, "b.csv": good]),
    Stop(code: "useless-file", files: ["log.csv": header + "a\nb\n"]),
    Stop(
      code: "wrong-checksum",
      files: ["log.csv": good, "log.csv.sha256": String(repeating: "0", count: 64) + "\n"]),
    Stop(code: "bad-checksum-file", files: ["log.csv": good, "log.csv.sha256": "none\n"]),
    Stop(code: "damaged-container", files: ["log.csv": "\u{50}\u{4b}\u{3}\u{4}cut"]),
    Stop(code: "refused-container", files: ["log.csv": "Rar!\u{1a}\u{7}\u{1}\u{0}"]),
  ]

  @Test(arguments: stops)
  func `what stops a source has a code, and a run says the same`(stop: Stop) throws {
    let workspace = try Self.workspace(stop.files, path: stop.path)
    let check = try workspace.run(["check", "--show", "99"])
    #expect(check.status == 2, "\(check)")
    #expect(check.output.contains("[\(stop.code)]"), "\(check)")
    let run = try workspace.run(["run"])
    #expect(run.status == (stop.code == "missing-file" ? 3 : 2), "\(run)")
  }

  @Test func `one file that cannot be read hides nothing of the others`() throws {
    let workspace = try Self.workspace([
      "a.csv": "", "b.csv": Self.header + "short\n" + Self.good.dropFirst(Self.header.count),
      "c.csv": Self.good.replacing("Date", with: "Day"),
    ])
    let result = try workspace.run(["check"])
    #expect(result.status == 2)
    for (file, code) in [
      ("a.csv", "empty-file"), ("b.csv", "field-count"), ("c.csv", "missing-column"),
    ] {
      #expect(
        result.output.split(separator: "\n").contains {
          $0.hasPrefix("inputs/\(file):") && $0.hasSuffix("[\(code)]")
        }, "\(result)")
    }
  }

  @Test func `what desktops leave in an archive is noted`() throws {
    let workspace = try Self.workspace([:], path: "inputs/logs.tar")
    let archive =
      Self.tarEntry("log.csv", Self.good) + Self.tarEntry("__MACOSX/._log.csv", "junk")
      + Data(repeating: 0, count: 1024)
    try workspace.write("", to: "inputs/logs.tar")
    try archive.write(to: workspace.folder.appending(path: "inputs/logs.tar"))
    let result = try workspace.run(["check"])
    #expect(result.status == 0, "\(result)")
    #expect(result.output.contains("inputs/logs.tar: note: '__MACOSX/._log.csv' was left out"))
    #expect(result.error.contains("skipped-member: 1"))
  }

  private static func tarEntry(_ name: String, _ text: String) -> Data {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      for (offset, byte) in text.utf8.enumerated() { header[place + offset] = byte }
    }
    func octal(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put(octal(text.utf8.count, 11), at: 124)
    put(octal(0, 11), at: 136)
    put("        0", at: 148)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
    var data = Data(header) + Data(text.utf8)
    data.append(Data(repeating: 0, count: (512 - data.count % 512) % 512))
    return data
  }

  @Test func `a code that is misspelled finds the one that was meant`() throws {
    let workspace = try Workspace()
    let page = try workspace.succeed("explain", "field-count").output
    #expect(page.hasPrefix("field-count (error)\n"))
    for part in ["When it occurs", "What it does to the figures", "What to do"] {
      #expect(page.contains("\n\n\(part)\n  "))
    }
    let missed = try workspace.run(["explain", "feild-count"])
    #expect(missed.status == 64)
    #expect(missed.error.contains("did you mean 'field-count'?"))
    let unknown = try workspace.run(["explain", "zzzzzzzzzz"])
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("'takedowns explain' lists all codes"))
    let list = try workspace.succeed("explain").output.split(separator: "\n")
    #expect(list.contains { $0.hasPrefix("field-count ") })
    #expect(list.count > 80)
  }
}
