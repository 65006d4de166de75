import Bytes
import Claims
import Foundation
import Tabular
import TakedownModel
import TestSupport
import Testing

@testable import TakedownPipeline

/// What the records count for figures that were said, beside a plain count of the same records.
struct ClaimRecordsTests {
  private struct Record {
    let agency: String
    let platform: String
    let account: String
    let unit: UnitOfCount
    let action: Action
    let day: Int

    var row: [String] {
      let cells: [String: String] = [
        "source": "log", "file": "log.csv", "position": "1", "agency": agency, "country": "GB",
        "platform": platform, "account_kind": account.isEmpty ? "" : "user", "account": account,
        "counts": unit.rawValue, "action": action.rawValue,
        "action_date": CalendarDate(days: day).description,
      ]
      return StageColumns.takedowns.map { cells[$0] ?? "" }
    }
  }

  private static let start = 19_723

  private static func records(_ count: Int, _ random: inout SeededGenerator) -> [Record] {
    func one<Value>(_ values: [Value], _ random: inout SeededGenerator) -> Value {
      values[Int.random(in: values.indices, using: &random)]
    }
    return (0..<count).map { _ in
      Record(
        agency: one(["uk-nca", "se-police"], &random), platform: one(["x", "tiktok"], &random),
        account: one(["", "one", "two", "th,ree", "fo\"ur", "five", "six", "seven"], &random),
        unit: one(UnitOfCount.allCases, &random), action: one(Action.allCases, &random),
        day: start + Int.random(in: 0..<30, using: &random))
    }
  }

  private static func requests(_ random: inout SeededGenerator) -> [CountRequest] {
    var requests: [CountRequest] = []
    for measure in Action.allCases.map(\.rawValue) {
      for units in [["accounts"], ["pages"], ["posts"], ["accounts", "adverts", "posts"]] {
        let first = Int.random(in: 0..<25, using: &random)
        let last = Int.random(in: first..<30, using: &random)
        requests.append(
          CountRequest(
            agency: Bool.random(using: &random) ? "uk-nca" : nil, measure: measure, units: units,
            first: CalendarDate(days: start + first), last: CalendarDate(days: start + last)))
      }
    }
    return requests
  }

  /// The count as it is described, without any of the program's tables.
  private static func plainCount(_ request: CountRequest, _ records: [Record]) -> Int {
    let isTakedown = request.measure == "taken-down"
    var accounts: Set<[String]> = []
    var others = 0
    for record in records {
      let isCounted =
        request.measure == "referred"
        ? ["taken-down", "refused", "pending", "referred"].contains(record.action.rawValue)
        : record.action.rawValue == request.measure
      let isWhole = !["post", "advert"].contains(record.unit.rawValue)
      let isAsked =
        request.units.contains(record.unit.rawValue + "s")
        || (isWhole && request.units.contains("accounts"))
      guard isCounted, isAsked, request.agency.map({ $0 == record.agency }) ?? true,
        (request.first.days...request.last.days).contains(record.day)
      else { continue }
      if !isTakedown || !isWhole {
        others += 1
      } else if !record.account.isEmpty {
        accounts.insert([record.platform, record.account])
      }
    }
    return accounts.count + others
  }

  @Test(arguments: 1...20)
  func `any figure is counted as a plain count of the records gives it`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let records = Self.records(seed * 20, &random)
    let requests = Self.requests(&random)
    var file: [UInt8] = []
    file.append(csvRow: StageColumns.takedowns)
    for record in records { file.append(csvRow: record.row) }
    let path = FileManager.default.temporaryDirectory
      .appending(path: "claim-records-\(UUID().uuidString).csv")
    try Data(file).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let answers = try ClaimRecords.answers(to: requests, from: path.path)
    for (request, answer) in zip(requests, answers) {
      guard case .counted(let count, _, _) = answer else {
        Issue.record("\(request) is not counted: \(answer)")
        continue
      }
      #expect(count == Self.plainCount(request, records), "\(request)")
    }
  }

  @Test func `numbers are kept once each`() {
    var numbers = NumberSet()
    for number in [0, 63, 64, 1000, 64, 0, 127, 1000] { numbers.insert(number) }
    #expect(numbers.count == 5)
  }

  @Test(arguments: [
    ("a,b\n", "line 2: expected 15 cells, found 2"),
    ("l,f,1,uk-nca,GB,x,user,a,account,moved,2024-01-01,,,,\n", "line 2: the record is not as"),
  ])
  func `a file that is not as the stage writes it is told by its line`(
    row: String, reason: String
  ) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "claim-records-\(UUID().uuidString).csv")
    let header = StageColumns.takedowns.joined(separator: ",") + "\n"
    try Data((header + row).utf8).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    let error = #expect(throws: PipelineError.self) {
      try ClaimRecords.answers(to: [], from: path.path)
    }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }
}
