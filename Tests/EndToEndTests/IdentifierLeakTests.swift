import Bytes
import Foundation
import Tabular
import Testing

/// No account identifier leaves the stage folders, wherever in a log it stands.
struct IdentifierLeakTests {
  private static let planted = PlantedIdentifiers(count: 1000, seed: 4)
  private static let columns = [
    "Agency", "Platform", "Account", "Type", "Outcome", "Date", "Referred", "Category", "Language",
    "Notes",
  ]
  private static let usual = [
    "NCA", "TikTok", "@sample", "account", "Removed", "2024-08-01", "2024-07-30", "small boat",
    "sq",
    "",
  ]

  /// The log: each identifier as an account, and in a column where it does not belong.
  private static var log: String {
    var rows = [columns]
    for (number, planted) in planted.all.enumerated() {
      var row = usual
      row[1] = planted.platform
      row[2] = planted.spelling
      rows.append(row)
      // A post or an advert of it is no account, and is in the export all the same.
      row[3] = ["post", "page", "advert"][number % 3]
      row[5] = "2023-08-01"
      rows.append(row)
      // Never the account column, which has been.
      let column = [0, 1, 3, 4, 5, 6, 7, 8, 9][number % 9]
      row = usual
      row[2] = "n/a"
      row[column] = planted.spelling
      rows.append(row)
    }
    var bytes: [UInt8] = []
    for row in rows { bytes.append(csvRow: row) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func settings(format: String) -> String {
    let names = [
      "agency", "platform", "account", "counts", "action", "action_date", "referred_at", "category",
      "language",
    ]
    let fields = zip(names, columns).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ")
    return """
      { "version": 1, "reporting": { "year_start": "07-01", "as_of": "2025-06-30" },
        "sources": [{ "id": "log", "path": "log.csv", "format": "csv", "fields": { \(fields) },
          "date_format": "\(format)" }],
        "headlines": [{ "id": "nca", "agency": "uk-nca" }] }
      """
  }

  /// The needles that occur in the files below a folder, in any case.
  private static func found(_ folder: String, in workspace: Workspace) throws -> String {
    let grep = Process()
    grep.executableURL = URL(filePath: "/usr/bin/grep")
    grep.currentDirectoryURL = workspace.folder
    grep.arguments = ["-raiFo", "-f", "needles.txt", folder]
    grep.environment = ["LC_ALL": "C"]
    let output = workspace.folder.appending(path: "found.txt")
    try Data().write(to: output)
    grep.standardOutput = try FileHandle(forWritingTo: output)
    try grep.run()
    grep.waitUntilExit()
    return try workspace.text("found.txt")
  }

  @Test func `1,000 planted identifiers are in no file that leaves, and in nothing printed`() throws
  {
    let workspace = try Workspace()
    try workspace.write(
      Self.planted.needles.joined(separator: "\n") + "\n", to: "needles.txt")
    try workspace.write(Self.settings(format: "iso8601"), to: "pipeline.json")
    try workspace.write(Self.log, to: "log.csv")
    let key = "00112233445566778899aabbccddeeff0f1e2d3c4b5a69788796a5b4c3d2e1f0"
    let environment = ["TAKEDOWNS_EXCHANGE_KEY": key]
    var printed = ""
    for arguments in [
      ["run"], ["headline"], ["exchange", "export", "--key-id", "k", "--output", "export.csv"],
      ["exchange", "import", "export.csv", "--key-id", "k"], ["run", "--from", "compare"],
    ] {
      let result = try workspace.run(arguments, environment: environment)
      try #require(result.status == 0, "\(arguments) \(result)")
      printed += result.output + result.error
    }
    try workspace.unpackRelease(into: "searched")
    for name in ["outputs/latest/run.json", "export.csv"] {
      try workspace.unpack(name, workspace.bytes(name), into: "searched")
    }
    try workspace.write(printed, to: "searched/printed.txt")
    let found = try Self.found("searched/", in: workspace)
    #expect(found.isEmpty, "\(found.prefix(2000))")
    for part in [
      "xlsx.parts/xl/sharedStrings.xml", "ods.parts/content.xml", "sqlite.parts/cells.txt",
    ] {
      let text = try workspace.text("searched/parts/release/takedowns." + part)
      #expect(text.contains("National Crime Agency"), "\(part) is searched")
    }
    // A fact about the log, so that the search above is of a run that read it.
    let export = try Table(csv: Array(workspace.bytes("export.csv")))
    #expect(export.rows.count > 1800)
    #expect(!printed.contains(key))
    #expect(try !workspace.text("export.csv").contains(key))
  }

  @Test func `the search finds each of them where they may be`() throws {
    let workspace = try Workspace()
    try workspace.write(
      Self.planted.needles.joined(separator: "\n") + "\n", to: "needles.txt")
    try workspace.write(Self.settings(format: "iso8601"), to: "pipeline.json")
    try workspace.write(Self.log, to: "log.csv")
    try workspace.succeed("run")
    try workspace.write(
      workspace.text("outputs/latest/2-normalize/takedowns.csv"), to: "searched/takedowns.csv")
    let found = Set(
      try Self.found("searched/", in: workspace).split(separator: "\n").map {
        $0.split(separator: ":", maxSplits: 1).last.map { $0.lowercased() } ?? ""
      })
    let missing = Self.planted.all.filter { planted in
      !found.contains { $0.contains(planted.core.lowercased()) }
    }
    // Some spellings are legal nowhere, so that their records have no account.
    #expect(missing.count < 100, "\(missing.map { "\($0.platform) \($0.spelling)" })")
  }

  /// A run that stops says what is wrong without the texts of the log.
  @Test(arguments: ["dd/MM/yyyy", "detect"])
  func `a run that fails prints none of them`(format: String) throws {
    let workspace = try Workspace()
    try workspace.write(
      Self.planted.needles.joined(separator: "\n") + "\n", to: "needles.txt")
    try workspace.write(
      Self.settings(format: format).replacing("\"Date\"", with: "\"Account\""),
      to: "pipeline.json")
    try workspace.write(Self.log, to: "log.csv")
    let result = try workspace.run(["run"])
    #expect(result.status == 2)
    try workspace.write(result.output + result.error, to: "searched/printed.txt")
    #expect(try Self.found("searched/", in: workspace).isEmpty, "\(result)")
  }
}
