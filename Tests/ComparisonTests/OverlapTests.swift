import Tabular
import TakedownModel
import Testing

@testable import Comparison

struct OverlapTests {
  @Test(arguments: 1...8)
  func `shared and joint accounts are what counting by hand gives`(seed: UInt64) throws {
    let records = try randomRecords(seed: seed, count: 300, from: "2022-05-01", days: 900)
    let settings = ComparisonSettings(yearStart: try YearStart(month: 7, day: 1).orThrow())
    let overlap = try compared(records, settings).overlap
    let units = ["account", "page", "group", "channel"]

    func accounts(_ agency: String, from start: String, to end: String) -> Set<String> {
      Set(
        records.filter {
          $0.agency == agency && start <= $0.date && $0.date <= end && $0.action == "taken-down"
            && units.contains($0.counts) && !$0.account.isEmpty
        }.map { "\($0.platform) \($0.kind) \($0.account)" })
    }

    var pairs: Set<[String]> = []
    for row in overlap.rows {
      let one = accounts(row[4], from: row[2], to: row[3])
      let two = accounts(row[5], from: row[2], to: row[3])
      #expect(
        row[6...].map(\.self)
          == [one, two, one.intersection(two), one.union(two)].map { "\($0.count)" })
      pairs.insert([row[4], row[5]])
    }
    // All days at last: each two agencies that have accounts.
    let agencies = Set(records.map(\.agency)).filter {
      !accounts($0, from: "0000", to: "9999").isEmpty
    }
    #expect(overlap.rows.count { $0[0] == "all" } == agencies.count * (agencies.count - 1) / 2)
    #expect(pairs.allSatisfy { $0[0] < $0[1] })
    #expect(overlap.rows.contains { $0[8] != "0" })
  }

  @Test func `one agency shares with nobody`() throws {
    let records = [Record(date: "2024-08-01"), Record(account: "two", date: "2024-08-02")]
    #expect(try compared(records).overlap.rows.isEmpty)
  }

  @Test func `an account counts once in the joint figure, however often and by whom`() throws {
    let records = [
      Record(agency: "uk-nca", date: "2024-08-01"), Record(agency: "se-nmr", date: "2024-08-01"),
      Record(agency: "se-nmr", date: "2024-09-01"), Record(agency: "uk-nca", date: "2024-10-01"),
      Record(agency: "se-nmr", account: "two", date: "2024-10-01"),
    ]
    let row = try compared(records).overlap.rows.last
    #expect(row?.suffix(6) == ["se-nmr", "uk-nca", "2", "1", "1", "2"])
  }
}
