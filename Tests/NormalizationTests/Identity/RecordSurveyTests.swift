import Bytes
import Tabular
import TakedownModel
import TestSupport
import Testing

@testable import Normalization

struct RecordSurveyTests {
  /// A record of TikTok: of source `a`, which has ids, or `b`, which has none.
  struct Entry: Sendable {
    var handle: String
    var id: String
    var day: Int

    init(_ handle: String, _ id: String, day: Int = 1) {
      self.handle = handle
      self.id = id
      self.day = day
    }

    var source: String { id.isEmpty ? "b" : "a" }
  }

  private static let stage: Normalize = {
    let dates = DateReader(
      formats: [], zone: .utc, reportingZone: .utc, locale: nil, allowTwoDigitYears: false)
    return Normalize(
      settings: NormalizeSettings(
        sources: [
          SourceRules(id: "a", dates: dates, notBefore: nil, hasAccountIDs: true),
          SourceRules(id: "b", dates: dates, notBefore: nil),
        ],
        platforms: PlatformRegister(Platform.builtIn), agencies: SpellingRegister<Agency>(),
        actions: .builtIn, units: .builtIn, categories: .builtInCategories, asOf: nil),
      hasher: KeyHasher())
  }()

  struct Outcome: Equatable {
    /// `kind account` of each record, in their order.
    var accounts: [String] = []
    var links: [[String]] = []
    var identities: [[String]] = []
    var issues: [String] = []
  }

  private static func chunks(_ entries: [Entry], size: Int) throws -> [CSVChunk] {
    var bytes: [UInt8] = []
    bytes.append(csvRow: StageColumns.records)
    for (index, entry) in entries.enumerated() {
      let day = "2025-01-" + (entry.day < 10 ? "0" : "") + String(entry.day)
      bytes.append(csvRow: [
        entry.source, "log.csv", String(index + 1), "", "TikTok", entry.handle, entry.id, "",
        "removed", day, "", "", "", "", "",
      ])
    }
    var chunker = CSVChunker(ArraySource(bytes), dialect: .standard, chunkSize: size)
    _ = try chunker.header()
    var chunks: [CSVChunk] = []
    while let chunk = try chunker.next() { chunks.append(chunk) }
    return chunks
  }

  /// What the records become when they are read in chunks of a size.
  private static func outcome(_ entries: [Entry], size: Int = 1 << 20) throws -> Outcome {
    let chunks = try chunks(entries, size: size)
    let none = try #require(RecordSurvey(stage))
    var survey = none
    for chunk in chunks { survey.merge(try none.gathered(from: chunk)) }
    let informed = survey.stageAfterwards
    var outcome = Outcome()
    var links = AccountLinks()
    for chunk in chunks {
      let batch = try informed.run(chunk)
      links.merge(batch.links)
      outcome.accounts += try rows(batch.rows, of: StageColumns.takedowns)
        .map { "\($0[6]) \($0[7])" }
      outcome.issues += try rows(batch.issues, of: StageColumns.issues)
        .map { "\($0[2]) \($0[3])" }
    }
    outcome.links = try links.links().rows
    outcome.identities = try links.accounts().rows
    return outcome
  }

  private static func rows(_ bytes: [UInt8], of columns: [String]) throws -> [[String]] {
    var csv: [UInt8] = []
    csv.append(csvRow: columns)
    return try Table(csv: csv + bytes).rows
  }

  @Test func `an account that changed its handle is one account`() throws {
    let found = try Self.outcome([
      Entry("@before", "7001", day: 2), Entry("@after", "7001", day: 9),
      Entry("tiktok.com/@Before", "", day: 1), Entry("after", "", day: 12),
    ])
    #expect(found.accounts == Array(repeating: "id 7001", count: 4))
    #expect(
      found.identities == [
        ["tiktok", "id", "7001", "user", "after", "2025-01-09", "2025-01-12", "2"],
        ["tiktok", "id", "7001", "user", "before", "2025-01-01", "2025-01-02", "2"],
      ])
    #expect(found.links.map { $0[0] }.count { $0 == "only-id-of-handle" } == 2)
    #expect(found.issues.isEmpty)
  }

  @Test func `a handle that another account took over does not make one account`() throws {
    let found = try Self.outcome([
      Entry("@name", "7001"), Entry("@name", "7002"), Entry("@name", ""), Entry("@other", ""),
    ])
    #expect(found.accounts == ["id 7001", "id 7002", "user name", "user other"])
    #expect(found.issues == ["3 handle-of-several-ids"])
    #expect(
      found.links.last
        == [
          "several-ids-of-handle", "tiktok", "user", "name", "", "", "2025-01-01", "2025-01-01",
          "1",
        ])
  }

  static let alone: [(handle: String, id: String, account: String, issue: String?)] = [
    ("", "7001", "id 7001", nil),
    ("n/a", "7001", "id 7001", nil),
    ("@name", "unknown", "user name", nil),
    ("@name", "-", "user name", nil),
    ("@name", "7.00102E+12", "user name", "damaged-id"),
    ("@name", "a name", "user name", "bad-account-id"),
    ("@name", "@name", "user name", nil),
    ("", "a name", " ", "bad-account-id"),
    ("https://www.tiktok.com/@name/video/1", "7001", "id 7001", nil),
  ]

  @Test(arguments: alone)
  func `a record has the id that is one, else its handle`(
    handle: String, id: String, account: String, issue: String?
  ) throws {
    let found = try Self.outcome([Entry(handle, id)])
    #expect(found.accounts == [account])
    let issues = found.issues.filter { $0 != "1 no-account" }
    #expect(issues == (issue.map { ["1 \($0)"] } ?? []))
  }

  @Test(arguments: 1...20)
  func `however the records are cut, the same accounts come out`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let entries = (0..<60).map { _ in
      Entry(
        "@name_\(Int.random(in: 1...8, using: &random))",
        Bool.random(using: &random) ? "" : String(7000 + Int.random(in: 1...6, using: &random)),
        day: Int.random(in: 1...28, using: &random))
    }
    let whole = try Self.outcome(entries)
    for size in [100, 300, 1000] { #expect(try Self.outcome(entries, size: size) == whole) }

    // Which ids a handle stood beside, worked out the plain way.
    var ids: [String: Set<String>] = [:]
    for entry in entries where !entry.id.isEmpty { ids[entry.handle, default: []].insert(entry.id) }
    for (entry, account) in zip(entries, whole.accounts) {
      let own = ids[entry.handle] ?? []
      let id = entry.id.isEmpty ? (own.count == 1 ? own.first : nil) : entry.id
      #expect(account == (id.map { "id \($0)" } ?? "user \(entry.handle.dropFirst())"))
    }
    #expect(whole.links.reduce(0) { $0 + (Int($1[8]) ?? 0) } <= entries.count)
  }
}
