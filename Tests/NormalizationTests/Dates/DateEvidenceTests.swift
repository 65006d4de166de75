import Bytes
import Tabular
import TakedownModel
import TestSupport
import Testing

@testable import Normalization

struct DateEvidenceTests {
  /// A record of a file by its dates.
  private struct Entry {
    var source = "nca"
    var file = "log.csv"
    var day = ""
    var referred = ""
    var actioned = ""
  }

  private static func settings(
    _ formats: String = "detect", sources: [String] = ["nca"], iso: [String] = []
  ) throws -> NormalizeSettings {
    func reader(_ formats: String) throws -> DateReader {
      DateReader(
        formats: try formats.split(separator: "|").map { try DateFormat(String($0)) }, zone: .utc,
        reportingZone: .utc, locale: nil, allowTwoDigitYears: false)
    }
    let open = try sources.map { SourceRules(id: $0, dates: try reader(formats), notBefore: nil) }
    let plain = try iso.map { SourceRules(id: $0, dates: try reader("iso8601"), notBefore: nil) }
    return NormalizeSettings(
      sources: open + plain, platforms: PlatformRegister(Platform.builtIn),
      agencies: SpellingRegister<Agency>(), actions: .builtIn, units: .builtIn,
      categories: .builtInCategories, asOf: nil)
  }

  private static func chunks(_ entries: [Entry], size: Int = 1 << 20) throws -> [CSVChunk] {
    var bytes: [UInt8] = []
    bytes.append(csvRow: StageColumns.records)
    for (index, entry) in entries.enumerated() {
      bytes.append(csvRow: [
        entry.source, entry.file, String(index + 1), "uk-nca", "TikTok", "@sample_\(index)", "",
        "", "removed", entry.day, entry.referred, entry.actioned, "", "", "",
      ])
    }
    var chunker = CSVChunker(ArraySource(bytes), dialect: .standard, chunkSize: size)
    _ = try chunker.header()
    var chunks: [CSVChunk] = []
    while let chunk = try chunker.next() { chunks.append(chunk) }
    return chunks
  }

  private static func evidence(
    _ entries: [Entry], _ settings: NormalizeSettings, size: Int = 1 << 20
  ) throws -> DateEvidence {
    let none = try #require(DateEvidence(settings))
    var evidence = none
    for chunk in try chunks(entries, size: size) {
      evidence.merge(try none.gathered(from: chunk))
    }
    return evidence
  }

  /// The days that come out when the evidence is followed; the issue's code for a record without.
  private static func days(_ entries: [Entry], _ settings: NormalizeSettings) throws -> [String] {
    let evidence = try evidence(entries, settings)
    let stage = Normalize(settings: evidence.decide(settings), hasher: KeyHasher())
    var days = Array(repeating: "", count: entries.count)
    for chunk in try chunks(entries) {
      let batch = try stage.run(chunk)
      var rows: [UInt8] = []
      rows.append(csvRow: StageColumns.takedowns)
      for row in try Table(csv: rows + batch.rows).rows { days[(Int(row[2]) ?? 0) - 1] = row[10] }
      rows = []
      rows.append(csvRow: StageColumns.issues)
      for row in try Table(csv: rows + batch.issues).rows { days[(Int(row[2]) ?? 0) - 1] = row[3] }
    }
    return days
  }

  private static func column(_ texts: [String]) -> [Entry] { texts.map { Entry(day: $0) } }

  @Test func `nothing need be gathered where every source says its order`() throws {
    #expect(DateEvidence(try Self.settings("dd/MM/yyyy|iso8601")) == nil)
    #expect(DateEvidence(try Self.settings("dd/MM/yyyy|MM/dd/yyyy")) != nil)
    #expect(DateEvidence(try Self.settings("detect", sources: ["a"], iso: ["b"])) != nil)
  }

  @Test(arguments: [
    (["03/04/2024", "25/04/2024", "12/12/2024"], ["2024-04-03", "2024-04-25", "2024-12-12"]),
    (["03/04/2024", "04/25/2024"], ["2024-03-04", "2024-04-25"]),
    (["04/25/2024", "03/04/2024", "2024-05-01"], ["2024-04-25", "2024-03-04", "2024-05-01"]),
    (["12/12/2024", "2024-04-01"], ["2024-12-12", "2024-04-01"]),
    (["03/04/2024", "31/02/2024"], ["2024-04-03", "impossible-date"]),
    (["03/04/2024", "٢٥/٠٤/٢٠٢٤"], ["2024-04-03", "2024-04-25"]),
    (["3.4.2024", "25/04/2024 10:15"], ["2024-04-03", "2024-04-25"]),
    (["03/04/2024", " 13/04/2024\t"], ["2024-04-03", "2024-04-13"]),
  ])
  func `one value with a part over 12 decides its column`(
    texts: [String], days: [String]
  ) throws {
    let entries = Self.column(texts)
    #expect(try Self.evidence(entries, Self.settings()).errors.isEmpty)
    #expect(try Self.days(entries, Self.settings()) == days)
  }

  @Test(arguments: ["dd/MM/yyyy|MM/dd/yyyy", "MM/dd/yyyy|dd/MM/yyyy"])
  func `two patterns are decided by the column and not by the value`(formats: String) throws {
    let settings = try Self.settings(formats)
    #expect(
      try Self.days(Self.column(["03/04/2024", "25/04/2024"]), settings) == [
        "2024-04-03", "2024-04-25",
      ])
    #expect(
      try Self.days(Self.column(["03/04/2024", "04/25/2024"]), settings) == [
        "2024-03-04", "2024-04-25",
      ])
  }

  @Test(arguments: [
    ["03/04/2024", "05/06/2024"], ["03/04/2024", "12/12/2024", "05/06/2024"],
    ["03/04/2024", "2024-05-25", "07/08/2024", "25/25/2024", "13/00/2024", "45/02/2024"],
  ])
  func `without evidence a declaration is needed`(texts: [String]) throws {
    let errors = try Self.evidence(Self.column(texts), Self.settings()).errors
    #expect(
      errors.map(\.description) == [
        """
        source 'nca', action_date: nothing says whether day or month comes first: '03/04/2024' \
        (log.csv, record 1) can be both, as can all 2; expected one with a part over 12; declare \
        date_format, such as dd/MM/yyyy or MM/dd/yyyy
        """
      ])
    #expect(errors.map(\.file) == ["log.csv"])
  }

  @Test func `a contradiction names both places, and no value is guessed`() throws {
    let entries = Self.column([
      "25/04/2024", "03/04/2024", "04/25/2024", "12/12/2024", "04/26/2024",
    ])
    let errors = try Self.evidence(entries, Self.settings()).errors
    #expect(
      errors.map(\.description) == [
        """
        source 'nca', action_date: day and month contradict each other: '25/04/2024' (log.csv, \
        record 1) has the day first, '04/25/2024' (log.csv, record 3) and 1 more have the month; \
        expected one order in a column; declare date_format, such as dd/MM/yyyy or MM/dd/yyyy, or \
        make a source for each order
        """
      ])
    let days = try Self.days(entries, Self.settings())
    #expect(days[3] == "2024-12-12")
    #expect(Set(days[0...2] + days[4...]) == ["ambiguous-date"])
  }

  @Test func `columns and sources are decided each for itself`() throws {
    let settings = try Self.settings(sources: ["nca", "dhs", "late"], iso: ["plain"])
    let entries = [
      Entry(source: "nca", day: "03/04/2024", referred: "03/13/2024 10:00"),
      Entry(source: "nca", day: "25/04/2024", referred: "03/04/2024 10:00"),
      Entry(source: "dhs", file: "us.csv", day: "03/04/2024", actioned: "03/04/2024 10:00"),
      Entry(source: "dhs", file: "us.csv", day: "04/25/2024"),
      Entry(source: "plain", file: "p.csv", day: "03/04/2024"),
      Entry(source: "late", file: "l.csv", day: "2024-04-03", referred: "\"\""),
    ]
    let evidence = try Self.evidence(entries, settings)
    #expect(evidence.errors.map { "\($0.source) \($0.column)" } == ["dhs actioned_at"])
    #expect(
      evidence.table.rows == [
        ["nca", "action_date", "day first", "1", "0", "1", "log.csv", "2", "25/04/2024"],
        ["nca", "referred_at", "month first", "0", "1", "1", "log.csv", "1", "03/13/2024 10:00"],
        ["dhs", "action_date", "month first", "0", "1", "1", "us.csv", "4", "04/25/2024"],
      ])
    let decided = evidence.decide(settings)
    #expect(decided.sources[0].orders == [.dayFirst, .monthFirst, nil])
    #expect(decided.sources[1].orders == [.monthFirst, nil, nil])
    #expect(decided.sources[2].orders == [nil, nil, nil])
  }

  @Test func `what is not records is an error and no trap`() throws {
    var chunker = CSVChunker(
      ArraySource(Array("a,b\n1,2\n".utf8)), dialect: .standard, chunkSize: 1 << 20)
    _ = try chunker.header()
    let chunk = try #require(try chunker.next())
    let evidence = try #require(DateEvidence(try Self.settings()))
    #expect(throws: NormalizeError.self) { try evidence.gathered(from: chunk) }
  }

  @Test func `however a column is cut, one rule decides it`() throws {
    var random = SeededGenerator(seed: 23)
    let settings = try Self.settings()
    var outcomes: Set<String> = []
    for _ in 0..<300 {
      let largest = [12, 14, 28].randomElement(using: &random) ?? 12
      let texts = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        let parts = (0..<2).map { _ in Int.random(in: 1...largest, using: &random) }
        return "\(parts[0])/\(parts[1])/2024"
      }
      let parts = texts.map { $0.split(separator: "/").compactMap { Int($0) } }
      let day = parts.contains { $0[0] > 12 && $0[1] <= 12 }
      let month = parts.contains { $0[1] > 12 && $0[0] <= 12 }
      let needs = parts.contains { $0[0] <= 12 && $0[1] <= 12 && $0[0] != $0[1] }
      let expected: DayMonthOrder? = day == month ? nil : day ? .dayFirst : .monthFirst
      let entries = Self.column(texts)
      for size in [1, 150, 1 << 20] {
        let evidence = try Self.evidence(entries, settings, size: size)
        #expect(evidence.decide(settings).sources[0].orders[0] == expected)
        #expect(evidence.errors.isEmpty == (expected != nil || !day && !needs))
        outcomes.insert(evidence.errors.first.map { String("\($0)".prefix(40)) } ?? "decided")
      }
    }
    #expect(outcomes.count == 3)
  }
}
