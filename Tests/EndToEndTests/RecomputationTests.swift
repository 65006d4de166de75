import Foundation
import Testing

/// Every number that a run publishes, worked out again by a program in another language.
@Suite(.enabled(if: Python.isInstalled, "python3 is not installed"))
struct RecomputationTests {
  @Test(arguments: [
    #"["to-date", "year", "month", "year-to-month"]"#,
    #"["to-date", "quarter", "calendar-year", "uk-financial-quarter", "us-financial-year", "week"]"#,
    #"["to-date", "rolling-year", "since", "cumulative"]"#,
  ])
  func `every figure of the sample comes out the same`(periods: String) throws {
    let workspace = try Workspace()
    try workspace.copy(Workspace.package.appending(path: "pipeline.json"), to: "pipeline.json")
    try workspace.copy(Workspace.package.appending(path: "inputs"), to: "inputs")
    try workspace.succeed(
      "run", "--set", "reporting.periods=\(periods)", "--set", "reporting.compare_unlike=true",
      "--set",
      """
      reporting.users=[{"platform": "tiktok", "users": 20000001, "date": "2024-01-01", \
      "source": "A report"}, {"platform": "tiktok", "users": 30000000, "date": "2024-12-31", \
      "source": "Another"}]
      """)
    let result = try Python.recompute(workspace)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains(" 0 differ"))
  }

  /// Agencies and platforms that come and go, accounts given back and taken down again, times.
  @Test(arguments: 1...4)
  func `every figure of a made-up log comes out the same`(seed: Int) throws {
    let workspace = try Workspace()
    try workspace.write(Self.log(seed: UInt64(seed)), to: "log.csv")
    try workspace.write(Self.pipeline, to: "pipeline.json")
    try workspace.succeed("run")
    let result = try Python.recompute(workspace)
    #expect(result.status == 0, "\(result.output)")
  }

  @Test func `a changed cell is found`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.log(seed: 5), to: "log.csv")
    try workspace.write(Self.pipeline, to: "pipeline.json")
    try workspace.succeed("run")
    let path = "outputs/latest/release/data/timeliness.csv"
    let text = try workspace.text(path)
    let line = try #require(text.split(separator: "\n").first { $0.contains("time-to-action") })
    let changed = line.replacing(",provisional", with: "1,provisional")
      .replacing(",final", with: "1,final")
    try workspace.write(text.replacing(line, with: changed), to: path)
    #expect(try Python.recompute(workspace).status == 1)
  }

  private static let pipeline = """
    {
      "version": 1,
      "reporting": {
        "year_start": "04-06", "as_of": "2024-02-29", "compare_unlike": true,
        "periods": ["to-date", "year", "quarter", "month", "year-to-month", "week", "rolling-year",
          "since"],
        "since": "2022-03-01"
      },
      "registers": {"agencies": [{"id": "one"}, {"id": "two"}, {"id": "three"}]},
      "sources": [{
        "id": "log", "path": "log.csv", "format": "csv",
        "fields": {
          "agency": "agency", "platform": "platform", "account": "account", "counts": "counts",
          "action": "action", "referred_at": "referred_at", "actioned_at": "actioned_at"
        },
        "date_format": "iso8601"
      }],
      "headlines": [
        {"id": "all", "percent_decimals": 2}, {"id": "two", "agency": "two", "platform": "x"},
        {"id": "month", "measure": "takedowns", "period": "month", "percent_decimals": 0},
        {"id": "since", "measure": "reinstated", "period": "since"},
        {"id": "year-to-month", "agency": "three", "period": "year-to-month"},
        {"id": "rate", "measure": "removal-rate", "percent_decimals": 2},
        {"id": "rate-quarter", "measure": "removal-rate", "period": "quarter"},
        {"id": "rate-two", "measure": "removal-rate", "agency": "two", "period": "rolling-year"},
        {"id": "time", "measure": "time-to-action", "period": "year", "percent_decimals": 0},
        {"id": "takedown-month", "measure": "time-to-takedown", "period": "month"}
      ]
    }
    """

  private static func log(seed: UInt64) -> String {
    var state = seed
    func next(_ state: inout UInt64, _ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let actions = ["taken-down", "taken-down", "taken-down", "refused", "pending", "reinstated"]
    var lines = "agency,platform,account,counts,action,referred_at,actioned_at\n"
    for _ in 0..<700 {
      let agency = next(&state, 3)
      // Each agency has its own days, and each platform too.
      let day = agency * 150 + next(&state, 730 - agency * 200)
      let platform = ["facebook", "x", "tiktok"][day > 400 ? next(&state, 3) : next(&state, 2)]
      let at = 1_646_092_800 + day * 86_400 + next(&state, 86_400)
      let date = Date(timeIntervalSince1970: Double(at)).ISO8601Format()
      let took = [next(&state, 90_000), next(&state, 400_000), 86_400][next(&state, 3)]
      let referred = Date(timeIntervalSince1970: Double(at - took)).ISO8601Format()
      lines += """
        \(["one", "two", "three"][agency]),\(platform),account\(next(&state, 90)),\
        \(["account", "account", "page", "post"][next(&state, 4)]),\
        \(actions[next(&state, actions.count)]),\(next(&state, 3) == 0 ? "" : referred),\(date)\n
        """
    }
    return lines
  }
}

/// The interpreter that checks figures, where there is one.
private enum Python {
  static let isInstalled =
    (try? run(["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]))
    .map { $0.status == 0 } ?? false

  static func recompute(_ workspace: Workspace) throws -> (output: String, status: Int32) {
    let script = Workspace.package.appending(
      path: "Tests/EndToEndTests/Recomputation/recompute.py")
    return try run(["-B", script.path, workspace.folder.appending(path: "outputs/latest").path])
  }

  private static func run(_ arguments: [String]) throws -> (output: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = FileManager.default.temporaryDirectory
      .appending(path: "recompute-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    let said = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return (said, process.terminationStatus)
  }
}
