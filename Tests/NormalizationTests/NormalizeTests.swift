import Bytes
import Tabular
import TakedownModel
import TestSupport
import Testing

@testable import Normalization

struct NormalizeTests {
  private static let settings: NormalizeSettings = {
    var agencies = SpellingRegister<Agency>()
    for agency in Agency.builtIn { agencies.add(agency, spellings: [agency.id, agency.name]) }
    let dates = DateReader(
      formats: [], zone: .utc, reportingZone: .fixed(name: "+01:00", offsetSeconds: 3600),
      locale: nil, allowTwoDigitYears: false)
    var actions = SpellingRegister<Action>.builtIn
    actions.addWithoutEquivalent(spellings: ["Passed on"])
    var units = SpellingRegister<UnitOfCount>.builtIn
    units.addWithoutEquivalent(spellings: ["object"])
    var words = RegisteredWords(actions: actions, units: units, categories: .builtInCategories)
    words.actions.add(.restricted, spellings: ["actioned"])
    words.units.add(.page, spellings: ["object"])
    words.categories.add("lorry", spellings: ["boat"])
    return NormalizeSettings(
      sources: [
        SourceRules(id: "nca", dates: dates, notBefore: CalendarDate("2023-01-01")),
        SourceRules(id: "hsi", dates: dates, notBefore: nil, words: words),
      ],
      platforms: PlatformRegister(Platform.builtIn), agencies: agencies, actions: actions,
      units: units, categories: .builtInCategories, asOf: CalendarDate("2025-03-31"))
  }()

  private struct Result {
    var counted: [[String]] = []
    var duplicates: [[String]] = []
    var issues: [[String]] = []
    var notCounted: [NotCounted: Int] = [:]
    var unmapped = Table(columns: StageColumns.unmapped)
    var records = 0
  }

  /// The rows of `takedowns.csv`, `duplicates.csv` and `issues.csv`, read in chunks of a size.
  private static func normalize(_ rows: [[String]], chunkSize: Int = 1 << 20) throws -> Result {
    let stage = Normalize(settings: settings, hasher: KeyHasher())
    var records: [UInt8] = []
    records.append(csvRow: StageColumns.records)
    for row in rows { records.append(csvRow: row) }
    var chunker = CSVChunker(ArraySource(records), dialect: .standard, chunkSize: chunkSize)
    _ = try chunker.header()
    var deduplicator = Deduplicator()
    var takedowns: [UInt8] = []
    var duplicates: [UInt8] = []
    var issues: [UInt8] = []
    takedowns.append(csvRow: StageColumns.takedowns)
    duplicates.append(csvRow: StageColumns.duplicates)
    issues.append(csvRow: StageColumns.issues)
    var result = Result()
    var unmapped: [NormalizedBatch.Unmapped: Int] = [:]
    while let chunk = try chunker.next() {
      let batch = try stage.run(chunk)
      deduplicator.add(batch, takedowns: &takedowns, duplicates: &duplicates)
      issues += batch.issues
      result.notCounted.merge(batch.notCounted, uniquingKeysWith: +)
      result.records += batch.recordCount
      unmapped.merge(batch.unmapped, uniquingKeysWith: +)
    }
    result.counted = try Table(csv: takedowns).rows
    result.duplicates = try Table(csv: duplicates).rows
    result.issues = try Table(csv: issues).rows
    result.unmapped = UnmappedTable(unmapped, settings: settings).table
    return result
  }

  /// A row of `records.csv` with what a test is about.
  private static func row(
    _ position: Int, source: String = "nca", agency: String = "uk-nca", platform: String = "TikTok",
    account: String = "@sample_a", counts: String = "", action: String = "removed",
    date: String = "2024-05-01", referred: String = "", actioned: String = "",
    category: String = ""
  ) -> [String] {
    [
      source, "log.csv", String(position), agency, platform, account, "", counts, action, date,
      referred, actioned, category, "", "",
    ]
  }

  @Test func `a record becomes canonical`() throws {
    let result = try Self.normalize([
      Self.row(
        1, platform: "Twitter", account: "https://twitter.com/Sample_A?s=20", action: "Suspended",
        date: "", referred: "2024-05-01T10:00:00Z", actioned: "2024-05-01T23:30:00Z",
        category: "small boat")
    ])
    #expect(
      result.counted == [
        [
          "nca", "log.csv", "1", "uk-nca", "GB", "x", "user", "sample_a", "account", "taken-down",
          "2024-05-02", "2024-05-01T10:00:00Z", "2024-05-01T23:30:00Z", "small-boat", "",
        ]
      ])
    #expect(result.issues.isEmpty)
  }

  @Test func `the same event in another spelling is a duplicate of the first`() throws {
    let result = try Self.normalize([
      Self.row(1, account: "@Sample_A"),
      Self.row(2, account: "https://www.tiktok.com/@sample_a/"),
      Self.row(3, account: "sample_a", action: "reinstated"),
      Self.row(4, account: "sample_a", date: "2024-05-02"),
      Self.row(5, source: "hsi", agency: "us-hsi", account: "sample_a"),
      Self.row(6, account: "n/a"),
      Self.row(7, account: "n/a"),
    ])
    #expect(result.counted.map { $0[2] } == ["1", "3", "4", "5", "6", "7"])
    #expect(
      result.duplicates.map { Array($0[2...2] + $0[15...17]) } == [["2", "nca", "log.csv", "1"]])
  }

  @Test(arguments: [
    ("", NotCounted.noDate), ("2024-02-30", .impossibleDate), ("1 May", .unreadableDate),
    ("2025-04-01", .afterAsOf), ("2022-12-31", .beforeNotBefore),
  ])
  func `a day that cannot be used keeps a record out of every figure`(
    date: String, reason: NotCounted
  ) throws {
    let result = try Self.normalize([Self.row(1, date: date), Self.row(2)])
    #expect(result.counted.map { $0[2] } == ["2"])
    #expect(result.notCounted == [reason: 1])
    #expect(
      result.issues.map { Array($0[2...5]) } == [["1", reason.rawValue, "action_date", date]])
  }

  @Test func `words without an equivalent are left out for that reason and not listed`() throws {
    let result = try Self.normalize([
      Self.row(1, action: "passed on"), Self.row(2, counts: "Object"),
      Self.row(3, category: "no-equivalent"), Self.row(4, action: "passed off"),
    ])
    #expect(result.notCounted == [.noEquivalent: 2, .unknownAction: 1])
    #expect(result.counted.map { [$0[2], $0[13]] } == [["3", "no-equivalent"]])
    #expect(result.unmapped.rows.map { $0[1] } == ["passed off"])
    #expect(
      result.issues.map { Array($0[2...5]) } == [
        ["1", "no-equivalent", "action", "passed on"], ["2", "no-equivalent", "counts", "Object"],
        ["4", "unknown-action", "action", "passed off"],
      ])
  }

  @Test func `the words of a source hold in its records alone`() throws {
    let result = try Self.normalize([
      Self.row(1, action: "actioned"), Self.row(2, source: "hsi", action: "actioned"),
      Self.row(3, source: "hsi", counts: "Object", action: "removed", category: "boat"),
      Self.row(4, counts: "page", action: "actioned", category: "boat"),
    ])
    #expect(
      result.counted.map { [$0[2], $0[8], $0[9], $0[13]] } == [
        ["2", "account", "restricted", ""], ["3", "page", "taken-down", "lorry"],
      ])
    #expect(result.notCounted == [.unknownAction: 2])
    #expect(result.unmapped.rows.map { $0[1...3] } == [["actioned", "2", "nca"]])
  }

  @Test func `words that no register knows are listed and never guessed`() throws {
    let result = try Self.normalize([
      Self.row(1, action: "vaporised"), Self.row(2, counts: "blob"),
      Self.row(3, platform: "Facebouk"), Self.row(4, platform: "Facebouk", account: "other"),
      Self.row(5, category: "balloon"),
    ])
    #expect(result.notCounted == [.unknownAction: 1, .unknownUnit: 1])
    #expect(
      result.counted.map { Array($0[5...7]) + [$0[13]] } == [
        ["unmapped", "user", "facebouk:sample_a", ""], ["unmapped", "user", "facebouk:other", ""],
        ["tiktok", "user", "sample_a", "unmapped"],
      ])
    #expect(
      result.unmapped.rows == [
        ["actions", "vaporised", "1", "nca", ""], ["categories", "balloon", "1", "nca", ""],
        ["counts", "blob", "1", "nca", ""], ["platforms", "Facebouk", "2", "nca", "facebook"],
      ])
  }

  @Test func `accounts of the same name on two unknown platforms stay two`() throws {
    let result = try Self.normalize([
      Self.row(1, platform: "Chirper"), Self.row(2, platform: "VidShare"),
      Self.row(3, platform: "CHIRPER"),
    ])
    #expect(Set(result.counted.map { $0[7] }).count == 2)
    #expect(result.duplicates.map { $0[2] } == ["3"])
  }

  @Test func `the host of an address wins over the platform column and is listed`() throws {
    let result = try Self.normalize([
      Self.row(1, platform: "Facebook", account: "https://t.me/sample_kanal")
    ])
    #expect(result.counted.map { Array($0[5...7]) } == [["telegram", "user", "sample_kanal"]])
    #expect(result.issues.map { $0[3] } == ["platform-conflict"])
  }

  @Test func `a record without an account is a takedown and no account`() throws {
    let result = try Self.normalize([
      Self.row(1, account: "unknown"), Self.row(2, account: "1.00014E+14"),
    ])
    #expect(result.counted.map { Array($0[6...7]) } == [["", ""], ["", ""]])
    #expect(result.issues.map { $0[3] } == ["no-account", "damaged-id"])
  }

  @Test func `what still waits for an answer has the day of its referral`() throws {
    let result = try Self.normalize([
      Self.row(1, action: "pending", date: "", referred: "2024-06-01"),
      Self.row(2, action: "removed", date: "", referred: "2024-06-01"),
    ])
    #expect(result.counted.map { $0[10] } == ["2024-06-01"])
    #expect(result.notCounted == [.noDate: 1])
  }

  @Test func `however the records are cut, the same comes out and every one is accounted for`()
    throws
  {
    var random = SeededGenerator(seed: 11)
    let platforms = ["TikTok", "fb", "X", "Facebouk", "", "تيك توك"]
    let accounts = [
      "@a_one", "https://x.com/b_two", "n/a", "t.me/c_three", "1.2E+9", "é_four", "\"q\"",
    ]
    let dates = ["2024-05-01", "2024-05-02", "2024-02-30", "", "2026-01-01"]
    func any(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    let rows = (1...400).map { position in
      Self.row(
        position, platform: any(platforms), account: any(accounts),
        action: any(["removed", "refused", "gone"]), date: any(dates))
    }
    let whole = try Self.normalize(rows)
    #expect(whole.records == 400)
    let sum = whole.counted.count + whole.duplicates.count + whole.notCounted.values.reduce(0, +)
    #expect(sum == 400)
    for size in [1, 100, 999, 10_000] {
      let cut = try Self.normalize(rows, chunkSize: size)
      #expect(cut.counted == whole.counted && cut.duplicates == whole.duplicates)
      #expect(cut.issues == whole.issues && cut.unmapped == whole.unmapped)
    }
  }
}
