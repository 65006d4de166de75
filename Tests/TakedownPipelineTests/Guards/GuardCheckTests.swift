import Tabular
import TakedownModel
import Testing

@testable import TakedownPipeline

struct GuardCheckTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: GuardName
    let limit: JSONValue
    let counts: SourceCounts
    /// The rows of the published run; nil in `former` where nothing is published.
    var former: Int?? = .some(nil)
    let state: GuardResult.State
    /// What the message has in it; empty for no matter what.
    var words = ""

    var testDescription: String { "\(name.rawValue) \(limit.lineText): \(state) \(words)" }
  }

  private static func rows(_ rows: Int, rejects: Int = 0, unmapped: Int = 0) -> SourceCounts {
    SourceCounts(
      files: 1, rows: rows, rejects: rejects, records: rows - rejects, unmapped: unmapped)
  }

  private static func last(_ day: String?) -> SourceCounts {
    SourceCounts(
      files: 1, rows: 1, rejects: 0, records: 1, lastDay: day.flatMap { CalendarDate($0) })
  }

  static let cases = [
    Case(name: .minRows, limit: 10, counts: rows(9), state: .tripped, words: "9 rows; expected at"),
    Case(name: .minRows, limit: 10, counts: rows(10), state: .fine),
    Case(name: .minRows, limit: 10, counts: rows(11), state: .fine),
    Case(name: .minRows, limit: 1, counts: rows(0), state: .tripped, words: "0 rows"),

    Case(name: .maxFall, limit: 50, counts: rows(51), former: 100, state: .fine),
    Case(name: .maxFall, limit: 50, counts: rows(50), former: 100, state: .fine),
    Case(
      name: .maxFall, limit: 50, counts: rows(49), former: 100, state: .tripped,
      words: "49 rows, 51.0% fewer than the 100 of the published run R; expected at most 50%"),
    Case(
      name: .maxFall, limit: 50, counts: rows(49_999), former: 100_000, state: .tripped,
      words: "50.1% fewer than the 100,000"),
    Case(name: .maxFall, limit: 0, counts: rows(99), former: 100, state: .tripped),
    Case(name: .maxFall, limit: 0, counts: rows(100), former: 100, state: .fine),
    Case(name: .maxFall, limit: 0, counts: rows(500), former: 100, state: .fine),
    Case(name: .maxFall, limit: 99, counts: rows(0), former: 100, state: .tripped),
    Case(name: .maxFall, limit: 100, counts: rows(0), former: 100, state: .fine),
    Case(name: .maxFall, limit: 50, counts: rows(0), former: 0, state: .notCompared),
    Case(name: .maxFall, limit: 50, counts: rows(1), former: .some(nil), state: .notCompared),
    Case(name: .maxFall, limit: 50, counts: rows(1), former: .none, state: .notCompared),

    Case(name: .maxRise, limit: 50, counts: rows(149), former: 100, state: .fine),
    Case(name: .maxRise, limit: 50, counts: rows(150), former: 100, state: .fine),
    Case(
      name: .maxRise, limit: 50, counts: rows(151), former: 100, state: .tripped,
      words: "151 rows, 51.0% more than the 100"),
    Case(name: .maxRise, limit: 0, counts: rows(1), former: 100, state: .fine),
    Case(name: .maxRise, limit: 200, counts: rows(5), former: 0, state: .notCompared),
    Case(name: .maxRise, limit: 200, counts: rows(5), former: .none, state: .notCompared),

    Case(name: .maxRejects, limit: 5, counts: rows(100, rejects: 4), state: .fine),
    Case(name: .maxRejects, limit: 5, counts: rows(100, rejects: 5), state: .fine),
    Case(
      name: .maxRejects, limit: 5, counts: rows(100, rejects: 6), state: .tripped,
      words: "6 of 100 rows cannot be used, 6.0%; expected at most 5%"),
    Case(name: .maxRejects, limit: 0, counts: rows(100, rejects: 1), state: .tripped),
    Case(name: .maxRejects, limit: 0, counts: rows(0), state: .fine),

    Case(name: .maxUnmapped, limit: 5, counts: rows(100, unmapped: 4), state: .fine),
    Case(name: .maxUnmapped, limit: 5, counts: rows(100, unmapped: 5), state: .fine),
    Case(
      name: .maxUnmapped, limit: 5, counts: rows(200, rejects: 100, unmapped: 6), state: .tripped,
      words: "6 of 100 records are of a platform that no register knows, 6.0%"),
    Case(name: .maxUnmapped, limit: 0, counts: rows(0), state: .fine),

    Case(name: .expectedEvery, limit: "P1M", counts: last("2025-03-01"), state: .fine),
    Case(name: .expectedEvery, limit: "P1M", counts: last("2025-02-28"), state: .tripped),
    Case(name: .expectedEvery, limit: "P31D", counts: last("2025-02-28"), state: .fine),
    Case(
      name: .expectedEvery, limit: "P30D", counts: last("2025-02-28"), state: .tripped,
      words:
        "is of 2025-02-28, and it is 2025-03-31; expected one every P30D, the next by 2025-03-30"
    ),
    Case(name: .expectedEvery, limit: "P1W", counts: last("2025-04-02"), state: .fine),
    Case(
      name: .expectedEvery, limit: "P1Y", counts: last(nil), state: .tripped,
      words: "no record has a day"),
  ]

  private static func check(_ example: Case, _ counts: SourceCounts) throws -> [GuardResult] {
    let settings = GuardSettings(
      ValidSettings(.object([.init(example.name.rawValue, example.limit)])))
    return GuardCheck(
      source: "nca", settings: settings, counts: counts,
      former: example.former.map { (run: "R", rows: $0) },
      today: try #require(CalendarDate("2025-03-31"))
    ).results
  }

  @Test(arguments: cases)
  func `a guard trips above its limit, and not at it`(example: Case) throws {
    let results = try Self.check(example, example.counts)
    #expect(results.map(\.state) == [example.state])
    let message = try #require(results.first?.message)
    #expect(message.hasPrefix("nca.\(example.name.rawValue): ") && message.contains(example.words))
    let advice = "'takedowns run --accept nca.\(example.name.rawValue)'"
    #expect(message.contains(advice) == (example.state == .tripped), "\(message)")
  }

  @Test(arguments: cases)
  func `no guard looks at a source that is missing and may be`(example: Case) throws {
    var counts = example.counts
    counts.isMissing = true
    #expect(try Self.check(example, counts).map(\.state) == [.sourceMissing])
  }

  @Test func `without a limit there is no guard`() throws {
    let settings = GuardSettings(ValidSettings(.object([JSONValue.Member]())))
    #expect(settings.names.isEmpty)
    let check = GuardCheck(
      source: "nca", settings: settings, counts: Self.rows(0), former: nil,
      today: try #require(CalendarDate("2025-03-31")))
    #expect(check.results.isEmpty)
  }

  @Test func `what was let pass stays so with the same figure alone, on whatever day`() throws {
    func report(_ day: String, today: String) throws -> GuardReport {
      let settings = GuardSettings(ValidSettings(.object(["expected_every": "P1W"])))
      return GuardReport(
        GuardCheck(
          source: "nca", settings: settings, counts: Self.last(day), former: nil,
          today: try #require(CalendarDate(today))
        ).results)
    }
    var first = try report("2025-03-01", today: "2025-03-31")
    first.accept(["nca.max_fall"], recorded: [])
    #expect(first.tripped.count == 1)
    first.accept(["nca.expected_every"], recorded: [])
    #expect(first.tripped.isEmpty && first.accepted.count == 1)

    let recorded = first.results.map(\.json)
    var later = try report("2025-03-01", today: "2025-04-05")
    #expect(!later.agrees(with: recorded))
    later.accept([], recorded: recorded)
    #expect(later.tripped.isEmpty && later.agrees(with: recorded))
    var other = try report("2025-03-02", today: "2025-03-31")
    other.accept([], recorded: recorded)
    #expect(other.tripped.count == 1)
  }
}
