import Foundation
import Tabular
import Testing

/// The sample that comes with the product, from the logs to the headline.
struct SampleTests {
  /// A folder with the sample's pipeline file and logs.
  private static func sample() throws -> Workspace {
    let workspace = try Workspace()
    try workspace.copy(Workspace.package.appending(path: "pipeline.json"), to: "pipeline.json")
    try workspace.copy(Workspace.package.appending(path: "inputs"), to: "inputs")
    return workspace
  }

  private static let sentence = """
    18,000 accounts were taken down by the National Crime Agency from 1 July 2024 to 31 March 2025 \
    — 10,000 more than in the same period a year earlier (up 125%).
    """

  @Test func `the headline can be read out`() throws {
    let workspace = try Self.sample()
    try workspace.succeed("run")
    let headline = try workspace.succeed("headline", "nca").output
    #expect(headline.hasPrefix(Self.sentence))
    #expect(
      headline.contains(
        "Made-up sample records, not real figures; only what was said in public is real"))
  }

  @Test func `every row is in one place and the sums hold`() throws {
    let workspace = try Self.sample()
    try workspace.succeed("run")
    func table(_ path: String) throws -> Table {
      try Table(csv: Array(workspace.bytes("outputs/latest/" + path)))
    }
    let record = try JSONValue(parsing: Array(workspace.bytes("outputs/latest/run.json")).span)
    func count(_ stage: String, _ name: String) throws -> Int {
      try #require(record["stages"]?[stage]?["counts"]?[name]?.integer, "\(stage).\(name)")
    }
    let records = try table("1-ingest/records.csv").rows
    let rejects = try table("1-ingest/rejects.csv").rows
    let counted = try table("2-normalize/takedowns.csv").rows
    let duplicates = try table("2-normalize/duplicates.csv").rows
    #expect(try count("ingest", "rows") == records.count + rejects.count)
    #expect(try count("ingest", "records") == records.count)
    #expect(try count("ingest", "rejects") == rejects.count)
    #expect(try count("normalize", "counted") == counted.count)
    #expect(try count("normalize", "duplicates") == duplicates.count)
    let reasons = try table("2-normalize/not-counted.csv").rows
    let left = reasons.reduce(0) { $0 + (Int($1[1]) ?? 0) }
    #expect(try count("normalize", "not_counted") == left)
    #expect(records.count == counted.count + duplicates.count + left)
    #expect(rejects.count > 0 && duplicates.count > 0 && left > 0, "the sample has bad rows")

    // No row is in two places, and none is missing: by file, the ordinals run from 1 without a gap.
    var ordinals: [String: [Int]] = [:]
    for row in records + rejects { ordinals[row[1], default: []].append(Int(row[2]) ?? 0) }
    for (file, found) in ordinals { #expect(found.sorted() == Array(1...found.count), "\(file)") }
    let reasonCodes = Set(reasons.map { $0[0] })
    let excluded = try table("2-normalize/issues.csv").rows.filter { reasonCodes.contains($0[3]) }
    let places = (counted + duplicates + excluded).map { $0[1] + "\u{0}" + $0[2] }
    #expect(Set(places).count == places.count)
    #expect(Set(places) == Set(records.map { $0[1] + "\u{0}" + $0[2] }))
  }

  @Test func `no account identifier leaves the stage folders`() throws {
    let workspace = try Self.sample()
    try workspace.succeed("run")
    var identifiers: Set<String> = []
    let normalized = try Table(
      csv: Array(workspace.bytes("outputs/latest/2-normalize/takedowns.csv")))
    let raw = try Table(csv: Array(workspace.bytes("outputs/latest/1-ingest/records.csv")))
    var places: Set<[String]> = []
    for row in normalized.rows where !row[7].isEmpty {
      identifiers.insert(row[7])
      places.insert(Array(row[1...2]))
    }
    for row in raw.rows where places.contains(Array(row[1...2])) {
      identifiers.insert(row[5])
    }
    identifiers = identifiers.filter { $0.count >= 4 }
    #expect(identifiers.count > 20_000)
    let list = identifiers.sorted().joined(separator: "\n") + "\n"
    try workspace.write(list, to: "identifiers.txt")
    try workspace.unpackRelease(into: "searched")
    for part in [
      "xlsx.parts/xl/sharedStrings.xml", "ods.parts/content.xml", "sqlite.parts/cells.txt",
    ] {
      let text = try workspace.text("searched/parts/release/takedowns." + part)
      #expect(text.contains("National Crime Agency"), "\(part) is searched")
    }

    let grep = Process()
    grep.executableURL = URL(filePath: "/usr/bin/grep")
    grep.currentDirectoryURL = workspace.folder
    grep.arguments = ["-raFo", "-f", "identifiers.txt", "searched/"]
    let output = workspace.folder.appending(path: "found.txt")
    try Data().write(to: output)
    grep.standardOutput = try FileHandle(forWritingTo: output)
    try grep.run()
    grep.waitUntilExit()
    let found = try workspace.text("found.txt")
    #expect(grep.terminationStatus == 1, "\(found.prefix(2000))")

    // The search does find an identifier where there is one.
    let planted = try #require(identifiers.max())
    try workspace.write(planted, to: "planted/release.txt")
    let again = Process()
    again.executableURL = grep.executableURL
    again.currentDirectoryURL = workspace.folder
    again.arguments = ["-rFq", "-f", "identifiers.txt", "planted/"]
    try again.run()
    again.waitUntilExit()
    #expect(again.terminationStatus == 0)
  }

  @Test func `jobs, folder, time zone and language change no byte`() throws {
    let first = try Self.sample()
    #expect(try first.run(["run", "--jobs", "1"]).status == 0)
    let second = try Workspace()
    for name in ["pipeline.json", "inputs"] {
      try second.copy(Workspace.package.appending(path: name), to: "else/where/" + name)
    }
    let result = try second.run(
      ["run", "--jobs", "2"], environment: ["TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"],
      in: "else/where")
    #expect(result.status == 0)
    for folder in ["1-ingest", "2-normalize", "3-compare", "release"] {
      #expect(
        try first.files(below: "outputs/latest/" + folder)
          == second.files(below: "else/where/outputs/latest/" + folder), "\(folder)")
    }
  }

  @Test func `a stage run again changes nothing`() throws {
    let workspace = try Self.sample()
    try workspace.succeed("run")
    let before = try workspace.files(below: "outputs")
    let latest = workspace.latest
    for stage in ["ingest", "normalize", "compare", "emit"] {
      let result = try workspace.succeed(stage)
      #expect(result.error.contains("unchanged"))
    }
    #expect(try workspace.files(below: "outputs") == before)
    #expect(workspace.latest == latest)
  }

  @Test(arguments: [
    ("1-ingest", "ingest"), ("2-normalize", "normalize"), ("3-compare", "compare"),
    ("release", "emit"),
  ])
  func `a stage's folder that is gone comes back with the same bytes`(
    folder: String, stage: String
  ) throws {
    let workspace = try Self.sample()
    try workspace.succeed("run")
    let before = try workspace.files(below: "outputs/latest")
    try workspace.remove("outputs/latest/" + folder)
    try workspace.succeed(stage)
    #expect(try workspace.files(below: "outputs/latest") == before)

    try workspace.remove("outputs/latest/" + folder)
    try workspace.succeed("run", "--from", stage)
    // What names the run and its times differs.
    let records = ["run.json", "openlineage.json"]
    var after = try workspace.files(below: "outputs/latest")
    for record in records { #expect(after.removeValue(forKey: record) != nil) }
    #expect(after == before.filter { !records.contains($0.key) })
  }

  @Test func `the sample is what the generator makes`() throws {
    let workspace = try Workspace()
    try workspace.succeed("sample", "--seed", "2025", "--output", "made")
    for (path, bytes) in try workspace.files(below: "made") {
      #expect(
        try bytes == Data(contentsOf: Workspace.package.appending(path: "inputs/" + path)),
        "\(path)")
    }
  }

  @Test func `published figures stand beside counted ones and are never mixed`() throws {
    let workspace = try Self.sample()
    try workspace.succeed("run")
    let table = try Table(
      csv: Array(workspace.bytes("outputs/latest/3-compare/comparisons.csv")))
    let index = Dictionary(uniqueKeysWithValues: table.columns.enumerated().map { ($1, $0) })
    func cell(_ row: [String], _ column: String) -> String { index[column].map { row[$0] } ?? "" }
    let published = table.rows.filter { cell($0, "origin") == "published" }
    let years = published.filter { ["nca-2024", "nca-2025"].contains(cell($0, "period")) }
    let said = years.map { row in
      ["base_value", "value", "percent_change"].map { cell(row, $0) }
    }
    #expect(said == [["5600", "8000", "42.9"], ["8000", "10700", "33.8"]])
    #expect(years.allSatisfy { cell($0, "basis") == "full-period" })
    #expect(cell(years[1], "marks").contains("[b]"), "accounts against accounts, pages and posts")
    let counted = table.rows.filter { cell($0, "origin") == "counted" }
    #expect(!counted.contains { cell($0, "value") == "10700" })
  }
}
