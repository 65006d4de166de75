import Revisions
import TestSupport
import Testing

struct RowDifferenceTests {
  private typealias Log = [(account: String, day: String)]

  private static func log(_ accounts: String...) -> Log {
    accounts.map { (account: $0, day: "2025-01-01") }
  }

  private static func run(_ records: Log, _ path: String = "a.csv") -> RecordsExample {
    RecordsExample(files: [("s", path, records)])
  }

  private static func expect(
    _ old: RecordsExample, _ new: RecordsExample, late: Int, restated: Int, withdrawn: Int,
    kept: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (difference, rest) = try RecordsExample.difference(old, new)
    let sums = difference.sums[0]
    #expect(sums.late == late, sourceLocation: sourceLocation)
    #expect(sums.restated == restated, sourceLocation: sourceLocation)
    #expect(sums.withdrawn == withdrawn, sourceLocation: sourceLocation)
    #expect(rest == kept, sourceLocation: sourceLocation)
  }

  @Test func `rows that are added anywhere are late`() throws {
    let old = Self.run(Self.log("a", "b"))
    try Self.expect(
      old, Self.run(Self.log("x", "a", "b", "y")), late: 2, restated: 0, withdrawn: 0,
      kept: ["a", "b"])
    let more = RecordsExample(files: [
      ("s", "a.csv", Self.log("a", "b")), ("s", "b.csv", Self.log("c")),
    ])
    try Self.expect(old, more, late: 1, restated: 0, withdrawn: 0, kept: ["a", "b"])
  }

  @Test func `a row that is gone is withdrawn, whatever moves up`() throws {
    try Self.expect(
      Self.run(Self.log("a", "b", "c")), Self.run(Self.log("b", "c", "d")), late: 1, restated: 0,
      withdrawn: 1, kept: ["b", "c"])
  }

  @Test func `a row that says something else in its place is restated`() throws {
    try Self.expect(
      Self.run(Self.log("a", "b", "c")), Self.run(Self.log("a", "x", "c")), late: 0, restated: 1,
      withdrawn: 0, kept: ["a", "x", "c"])
  }

  @Test func `another row of the same account is the old one restated`() throws {
    let new = Self.run(
      [("x", "2025-01-01"), ("c", "2025-01-01"), ("b", "2025-02-02"), ("a", "2025-01-01")])
    try Self.expect(
      Self.run(Self.log("a", "b", "c")), new, late: 1, restated: 1, withdrawn: 0,
      kept: ["c", "b", "a"])
  }

  @Test func `of rows that are the same the later are the late ones`() throws {
    try Self.expect(
      Self.run(Self.log("a", "a")), Self.run(Self.log("a", "a", "a")), late: 1, restated: 0,
      withdrawn: 0, kept: ["a", "a"])
  }

  @Test func `another order and another name are no change`() throws {
    try Self.expect(
      Self.run(Self.log("a", "b", "c")), Self.run(Self.log("c", "a", "b"), "other.csv"), late: 0,
      restated: 0, withdrawn: 0, kept: ["c", "a", "b"])
  }

  @Test func `a file that is cut in two is no change`() throws {
    let new = RecordsExample(files: [
      ("s", "b.csv", Self.log("b", "c")), ("s", "c.csv", Self.log("a")),
    ])
    try Self.expect(
      Self.run(Self.log("a", "b", "c")), new, late: 0, restated: 0, withdrawn: 0,
      kept: ["b", "c", "a"])
  }

  @Test(arguments: 1...20)
  func `new records are the old ones less the withdrawn and with the late`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var old: Log = []
    for _ in 0..<30 { old.append(("a\(Int.random(in: 0..<12, using: &random))", "2025-01-01")) }
    var new = old
    for _ in 0..<6 {
      let place = Int.random(in: 0..<new.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: new.remove(at: place)
      case 1: new[place].day = "2025-02-02"
      case 2: new.insert(("n\(place)", "2025-01-03"), at: place)
      default: new.swapAt(place, 0)
      }
    }
    let (difference, rest) = try RecordsExample.difference(Self.run(old), Self.run(new))
    let sums = difference.sums[0]
    #expect(new.count == old.count - sums.withdrawn + sums.late)
    #expect(rest.count == new.count - sums.late)
  }
}
