import Bytes
import Tabular
import TakedownModel
import Testing

@testable import Comparison

struct CompareTests {
  struct World: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let month: Int
    let day: Int
    let asOf: String?
    var testDescription: String { "seed \(seed), years from \(month)-\(day), as of \(asOf ?? "-")" }
  }

  static let worlds = [
    World(seed: 1, month: 7, day: 1, asOf: nil),
    World(seed: 2, month: 4, day: 6, asOf: "2024-02-29"),
    World(seed: 3, month: 10, day: 1, asOf: "2024-09-30"),
    World(seed: 4, month: 1, day: 1, asOf: "2024-02-28"),
    World(seed: 5, month: 7, day: 1, asOf: "2025-03-31"),
    World(seed: 6, month: 3, day: 1, asOf: "2025-02-28"),
  ]

  @Test(arguments: worlds)
  func `every figure is what counting by hand gives`(_ world: World) throws {
    let records = try randomRecords(seed: world.seed, count: 250, from: "2021-11-20", days: 1300)
    let settings = ComparisonSettings(
      asOf: world.asOf.flatMap { CalendarDate($0) },
      yearStart: try YearStart(month: world.month, day: world.day).orThrow())
    let tables = try compared(records, settings)
    var model = NaiveModel(records: records)

    var comparisonCells: [String: Set<String>] = [:]
    for row in tables.comparisons.rows where row[24] == "all" {
      let expected = model.figure(
        row[1], agency: row[3], platform: row[4], from: row[7], to: row[8])
      let base = model.figure(
        row[1], agency: row[3], platform: row[4], from: row[11], to: row[12])
      #expect(row[9] == expected, "\(row)")
      #expect(row[13] == base, "\(row)")
      comparisonCells[
        [row[1], row[5], row[7], row[8], row[11], row[12]].joined(separator: "|"), default: []
      ].insert("\(row[3]) \(row[4])")
    }
    for (key, cells) in comparisonCells {
      let parts = key.split(separator: "|").map(String.init)
      let expected = model.cells(parts[0], (parts[2], parts[3]), (parts[4], parts[5]))
      #expect(cells == expected, "\(key)")
    }

    var countCells: [String: Set<String>] = [:]
    for row in tables.counts.rows {
      let expected = model.figure(
        row[1], agency: row[3], platform: row[4], from: row[7], to: row[8])
      #expect(row[9] == expected, "\(row)")
      countCells[[row[1], row[5], row[7], row[8]].joined(separator: "|"), default: []]
        .insert("\(row[3]) \(row[4])")
    }
    for (key, cells) in countCells {
      let parts = key.split(separator: "|").map(String.init)
      let expected = model.cells(parts[0], (parts[2], parts[3]), nil)
      #expect(cells == expected, "\(key)")
    }
    let kinds = Set(countCells.keys.map { $0.split(separator: "|")[1] })
    #expect(kinds == ["to-date", "year", "month"])
  }

  @Test(arguments: [600, 4096, 1 << 20], [false, true])
  func `any cut into batches, in any order, gives the same tables`(
    chunkSize: Int, backwards: Bool
  ) throws {
    let records = try randomRecords(seed: 9, count: 600, from: "2022-06-01", days: 900)
    let whole = try compared(records, chunkSize: 1 << 24)
    let cut = try compared(records, chunkSize: chunkSize, backwards: backwards)
    #expect(cut == whole)
    #expect(whole.counts.rows.count > 100)
  }

  @Test func `rows are sorted by measure, kind of period, start, agency and platform`() throws {
    let records = try randomRecords(seed: 4, count: 300, from: "2022-06-01", days: 900)
    let tables = try compared(records)
    let measures = Measure.all.map(\.name)
    let kinds = ["to-date", "year", "month"]
    func key(_ row: [String]) -> [String] {
      [
        String(measures.firstIndex(of: row[1]) ?? 9), String(kinds.firstIndex(of: row[5]) ?? 9),
        row[7], row[3] == "all" ? "" : row[3], row[4] == "all" ? "" : row[4],
      ]
    }
    for table in [tables.counts, tables.comparisons] {
      let keys = table.rows.map(key)
      #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func `an account of two agencies counts once for all of them`() throws {
    let tables = try compared([
      Record(agency: "uk-nca", date: "2024-03-01"),
      Record(agency: "se-nmr", date: "2024-03-02"),
      Record(agency: "se-nmr", platform: "tiktok", date: "2024-03-02"),
    ])
    func value(_ agency: String, _ platform: String) -> String? {
      rows(
        tables.counts,
        where: [
          "measure": "accounts", "period_kind": "to-date", "agency": agency, "platform": platform,
        ]
      ).first?["value"]
    }
    #expect(value("all", "facebook") == "1")
    #expect(value("uk-nca", "facebook") == "1")
    #expect(value("se-nmr", "facebook") == "1")
    #expect(value("all", "all") == "2")
    #expect(value("se-nmr", "all") == "2")
    #expect(value("uk-nca", "tiktok") == nil)
  }

  @Test(arguments: [
    ("account", "taken-down", "one", "1"), ("page", "taken-down", "one", "1"),
    ("post", "taken-down", "one", "0"), ("advert", "taken-down", "one", "0"),
    ("account", "restricted", "one", "0"), ("account", "taken-down", "", "0"),
    ("", "taken-down", "one", "0"),
  ])
  func `only a takedown of an account's own unit makes it an account`(
    counts: String, action: String, account: String, expected: String
  ) throws {
    let tables = try compared([
      Record(account: account, counts: counts, action: action, date: "2024-03-01")
    ])
    let row = try rows(tables.counts, where: ["measure": "accounts", "agency": "all"])
      .first.orThrow()
    #expect(row["value"] == expected)
    #expect(row["counts"] == "account+page+group+channel")
  }

  @Test func `the same account in two kinds or on two platforms is two accounts`() throws {
    let tables = try compared([
      Record(kind: "user", account: "12", date: "2024-03-01"),
      Record(kind: "id", account: "12", date: "2024-03-01"),
      Record(platform: "x", kind: "id", account: "12", date: "2024-03-01"),
    ])
    let row = try rows(tables.counts, where: ["measure": "accounts", "platform": "all"])
      .first.orThrow()
    #expect(row["value"] == "3")
  }

  @Test func `coverage counts all records of an agency`() throws {
    let tables = try compared([
      Record(agency: "uk-nca", action: "pending", date: "2024-03-05"),
      Record(agency: "uk-nca", date: "2024-03-01"),
      Record(agency: "se-nmr", date: "2023-03-02"),
    ])
    #expect(tables.coverage.columns == ["agency", "records", "takedowns", "first_day", "last_day"])
    #expect(
      tables.coverage.rows == [
        ["se-nmr", "1", "1", "2023-03-02", "2023-03-02"],
        ["uk-nca", "2", "1", "2024-03-01", "2024-03-05"],
      ])
    #expect(tables.asOf == CalendarDate("2024-03-05"))
  }

  @Test func `no records give tables without rows`() throws {
    let tables = try compared([])
    #expect(tables.counts.rows.isEmpty && tables.comparisons.rows.isEmpty)
    #expect(tables.coverage.rows.isEmpty && tables.asOf == nil)
  }

  @Test(arguments: [
    ("date", "2024-02-30", "column 'action_date': found '2024-02-30', expected a day"),
    ("action", "removed", "column 'action': found 'removed', expected one of"),
    ("counts", "accounts", "column 'counts': found 'accounts', expected one of"),
    ("agency", "all", "column 'agency': found 'all', expected a canonical id"),
    ("platform", "", "column 'platform': found '', expected a canonical id"),
    ("kind", "page", "column 'account_kind': found 'page', expected one of"),
  ])
  func `an edited row is an error that names it`(
    column: String, text: String, message: String
  ) throws {
    var odd = Record(date: "2024-03-02")
    switch column {
    case "date": odd.date = text
    case "action": odd.action = text
    case "counts": odd.counts = text
    case "agency": odd.agency = text
    case "platform": odd.platform = text
    default: odd.kind = text
    }
    let records = [Record(date: "2024-03-01"), odd, Record(date: "2024-03-03")]
    let error = try #require(throws: ComparisonError.self) { try compared(records) }
    #expect(error.code == .malformedRecord)
    #expect(error.description.hasPrefix("takedowns.csv: line 3, record 2: \(message)"))
  }

  @Test func `a row with a cell too few is an error`() throws {
    let stage = Compare(settings: ComparisonSettings())
    var chunker = CSVChunker(ArraySource(Array("a,b,c\n".utf8)), dialect: .standard)
    let chunk = try chunker.next().orThrow()
    let error = try #require(throws: ComparisonError.self) { try stage.events(of: chunk) }
    #expect(
      error.description == """
        takedowns.csv: line 1, record 1: expected 15 cells, found 3; the file was changed after \
        it was written: run the stage normalize again
        """)
  }

  @Test func `the columns are those of the stage file`() {
    #expect(TakedownColumn.allCases.map(\.name) == StageColumns.takedowns)
  }

  @Test func `spellings and codes are those of the model`() {
    for action in Action.allCases {
      let read = Action(spelling: Array(action.rawValue.utf8).span)
      #expect(read == action)
      #expect(Action(code: action.code) == action)
    }
    for unit in UnitOfCount.allCases {
      let read = UnitOfCount(spelling: Array(unit.rawValue.utf8).span)
      #expect(read == unit)
    }
    for kind in AccountKind.allCases {
      let isRead = AccountKind.isSpelled(by: Array(kind.rawValue.utf8).span)
      #expect(isRead)
    }
  }
}
