import Foundation
import TakedownModel
import TakedownPipeline
import Testing

struct ZoneTableTests {
  @Test(arguments: [
    "Europe/London", "America/New_York", "Europe/Tirane", "Africa/Tunis", "Asia/Ho_Chi_Minh",
    "Europe/Stockholm", "Africa/Casablanca", "Australia/Lord_Howe", "Africa/Cairo", "Europe/Dublin",
  ])
  func `offsets are those of the time zone database from 1970 to 2100`(name: String) throws {
    let table = try ZoneTable(identifier: name)
    let zone = try #require(TimeZone(identifier: name))
    // Steps of a prime number of seconds, so that all hours and days of the year come up.
    var wrong: [Int] = []
    for utc in stride(from: 0, to: 4_133_900_000, by: 100_003) {
      let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
      if table.offset(atUTC: utc) != expected { wrong.append(utc) }
    }
    for transition in table.transitions {
      for utc in [transition.utcSeconds - 1, transition.utcSeconds, transition.utcSeconds + 1] {
        let expected = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
        if table.offset(atUTC: utc) != expected { wrong.append(utc) }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) instants, the first \(wrong.prefix(3))")
  }

  @Test(arguments: [
    "Europe/London", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe",
  ])
  func `a local time leads back to its instant`(name: String) throws {
    let table = try ZoneTable(identifier: name)
    var lost: [Int] = []
    func check(_ utc: Int) {
      switch table.utc(fromLocal: table.local(fromUTC: utc)) {
      case .unique(let only) where only == utc: break
      case .ambiguous(let earlier, let later)
      where earlier < later && [earlier, later].contains(utc):
        break
      default: lost.append(utc)
      }
    }
    for utc in stride(from: 0, to: 4_133_900_000, by: 300_007) { check(utc) }
    for transition in table.transitions {
      for utc in stride(from: -7200, through: 7200, by: 600) { check(transition.utcSeconds + utc) }
    }
    #expect(lost.isEmpty, "\(lost.prefix(3))")
  }

  @Test
  func `clocks that go forward leave a gap and clocks that go back show an hour twice`() throws {
    let london = try ZoneTable(identifier: "Europe/London")
    let spring = 1_711_846_800  // 31 March 2024, 01:00 UTC
    #expect(london.utc(fromLocal: spring - 1) == .unique(utc: spring - 1))
    #expect(london.utc(fromLocal: spring) == .missing)
    #expect(london.utc(fromLocal: spring + 3599) == .missing)
    #expect(london.utc(fromLocal: spring + 3600) == .unique(utc: spring))
    let autumn = 1_729_990_800  // 27 October 2024, 01:00 UTC
    #expect(london.utc(fromLocal: autumn - 1) == .unique(utc: autumn - 3601))
    #expect(london.utc(fromLocal: autumn) == .ambiguous(earlier: autumn - 3600, later: autumn))
    #expect(
      london.utc(fromLocal: autumn + 3599)
        == .ambiguous(earlier: autumn - 1, later: autumn + 3599))
    #expect(london.utc(fromLocal: autumn + 3600) == .unique(utc: autumn + 3600))
  }

  @Test
  func `a zone without changes is arithmetic`() {
    let zone = ZoneTable.fixed(name: "+07:00", offsetSeconds: 25_200)
    #expect(zone.local(fromUTC: 100) == 25_300)
    #expect(zone.utc(fromLocal: 25_300) == .unique(utc: 100))
    #expect(ZoneTable.utc.offset(atUTC: .max) == 0)
  }

  @Test
  func `transitions are sorted, and those that change nothing are dropped`() {
    let zone = ZoneTable(
      name: "made up", initialOffset: 0,
      transitions: [
        .init(utcSeconds: 2000, offsetSeconds: 0), .init(utcSeconds: 1000, offsetSeconds: 60),
        .init(utcSeconds: 1500, offsetSeconds: 60), .init(utcSeconds: 500, offsetSeconds: 0),
      ])
    #expect(zone.transitions.map(\.utcSeconds) == [1000, 2000])
    #expect([999, 1000, 1999, 2000].map(zone.offset(atUTC:)) == [0, 60, 60, 0])
  }

  @Test(arguments: [
    ("Europe/Lodnon", "there is no time zone 'Europe/Lodnon'; did you mean 'Europe/London'?"),
    ("europe/london", "there is no time zone 'europe/london'; did you mean 'Europe/London'?"),
    ("Stockholm", "there is no time zone 'Stockholm'; did you mean 'Europe/Stockholm'?"),
    ("Europe/Tirana", "there is no time zone 'Europe/Tirana'; did you mean 'Europe/Tirane'?"),
    ("BST", "there is no time zone 'BST'; write a name such as 'Europe/London'"),
    ("", "there is no time zone ''; write a name such as 'Europe/London'"),
    ("../UTC", "there is no time zone '../UTC'; write a name such as 'Europe/London'"),
  ])
  func `a name that is none is refused with the nearest one`(name: String, message: String) {
    do throws(ZoneError) {
      _ = try ZoneTable(identifier: name)
      Issue.record("\(name) was taken")
    } catch {
      #expect(error.description == message)
    }
  }
}
