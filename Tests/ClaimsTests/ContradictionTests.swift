import Foundation
import Tabular
import TakedownModel
import TestSupport
import Testing

@testable import Claims

struct ContradictionTests {
  /// The register that ships.
  private static func shipped() throws -> [SaidFigure] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "inputs/published-figures.csv")
    return try SaidRegister(Table(csv: Array(Data(contentsOf: file)))).figures
  }

  /// Figures of the shipped register that cannot all hold, and by how much.
  private static let known: [Case<([String], Contradiction.Reading), Int>] = [
    Case(
      "four figures, counting one unit",
      (["ho-2024-07-2025-03", "nca-2025", "nca-to-2024-06", "nca-to-2024-12"], .oneUnit), 1302),
    Case(
      "three figures, accounts being a part",
      (["ho-2024-07-2025-03", "nca-to-2024-06", "nca-to-2025-12"], .asStated), 1001),
  ]

  @Test(arguments: known)
  func `the shipped register has figures that cannot all hold`(
    row: Case<([String], Contradiction.Reading), Int>
  ) throws {
    let found = contradictions(try Self.shipped())
    let match = try #require(found.first { $0.ids == row.input.0 }, "\(found.map(\.ids))")
    #expect(match.reading == row.input.1)
    #expect(match.shortBy == row.expected)
    for id in row.input.0 {
      let without = contradictions(try Self.shipped().filter { $0.id != id })
      #expect(!without.contains { $0.ids == row.input.0 })
      let alone = try Self.shipped().filter { row.input.0.contains($0.id) && $0.id != id }
      #expect(contradictions(alone).isEmpty, "without \(id)")
    }
  }

  @Test func `the reckoning can be followed`() throws {
    let text = report(try Self.shipped()).text
    for line in [
      "        11,500  nca-to-2024-06: almost 12,000 accounts+pages+posts, 1 December 2021 to 30 June",
      "      + 17,500  ho-2024-07-2025-03: about 18,000 accounts, 1 July 2024 to 31 March 2025",
      "      = 29,000", "      = 27,698",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(text.contains("it is short by 1,302."))
  }

  /// Whether the words of figures of one unit can hold together, by the closure of all distances.
  private static func holds(_ figures: [SaidFigure]) -> Bool {
    let ends = Set(figures.flatMap { [$0.first.days - 1, $0.last.days] }).sorted()
    let far = Int.max / 4
    var distance = ends.indices.map { i in ends.indices.map { $0 <= i ? 0 : far } }
    for figure in figures {
      guard let start = ends.firstIndex(of: figure.first.days - 1),
        let end = ends.firstIndex(of: figure.last.days)
      else { continue }
      distance[end][start] = min(distance[end][start], -figure.range.low)
      if let high = figure.range.high { distance[start][end] = min(distance[start][end], high) }
    }
    for k in ends.indices {
      for i in ends.indices {
        for j in ends.indices where distance[i][k] < far && distance[k][j] < far {
          distance[i][j] = min(distance[i][j], distance[i][k] + distance[k][j])
        }
      }
    }
    return ends.indices.allSatisfy { distance[$0][$0] >= 0 }
  }

  /// A true figure over some days, in words that allow it.
  private static func said(
    _ id: Int, of growth: [Int], units: [String], using generator: inout SeededGenerator
  ) -> SaidFigure {
    let first = Int.random(in: 0..<growth.count, using: &generator)
    let last = Int.random(in: first..<growth.count, using: &generator)
    let truth = growth[first...last].reduce(0, +)
    while true {
      let qualifiers = Qualifier.allCases
      let qualifier = qualifiers[.random(in: 0..<qualifiers.count, using: &generator)]
      let step = [1, 5, 10, 50, 100, 1000][.random(in: 0..<6, using: &generator)]
      let value = max(1, (truth / step + .random(in: -1...1, using: &generator)) * step)
      guard CountRange(qualifier, truth == 0 ? 0 : value).contains(truth) else { continue }
      return figure("f\(id)", qualifier, truth == 0 ? 0 : value, first, last, units: units)
    }
  }

  private static func series(using generator: inout SeededGenerator) -> [Int] {
    (0..<Int.random(in: 2...30, using: &generator)).map { _ in
      [0, 0, 1, 9, 80, 700][.random(in: 0..<6, using: &generator)]
        * .random(in: 0...9, using: &generator)
    }
  }

  @Test func `figures of a true series never contradict each other`() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<10_000 {
      let accounts = Self.series(using: &generator)
      let wider = accounts.map { $0 + Int.random(in: 0...40, using: &generator) }
      let isMixed = Bool.random(using: &generator)
      let figures = (0..<Int.random(in: 1...7, using: &generator)).map { id in
        isMixed && Bool.random(using: &generator)
          ? Self.said(id, of: wider, units: ["accounts", "posts"], using: &generator)
          : Self.said(id, of: accounts, units: ["accounts"], using: &generator)
      }
      let found = contradictions(figures).filter { $0.reading == .asStated || !isMixed }
      #expect(found.isEmpty, "\(figures.map { "\($0.wording), \($0.days)" })")
    }
  }

  @Test func `distinct accounts contradict each other only by the proviso that is said`() {
    var generator = SeededGenerator(seed: 6)
    var found = 0
    for _ in 0..<1000 {
      // The days of each account's takedowns; it counts once in whatever days hold one of them.
      let accounts = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
          Int.random(in: 0..<20, using: &generator)
        }
      }
      let start = day("2024-01-01").days
      func places(_ said: SaidFigure) -> Set<Int> {
        let days = (said.first.days - start)...(said.last.days - start)
        return Set(accounts.indices.filter { accounts[$0].contains { days.contains($0) } })
      }
      let figures = (0..<6).map { id in
        let first = Int.random(in: 0..<20, using: &generator)
        let last = Int.random(in: first..<20, using: &generator)
        let count = accounts.count { $0.contains { (first...last).contains($0) } }
        return figure("f\(id)", .exactly, count, first, last)
      }
      for contradiction in contradictions(figures) {
        found += 1
        let times = contradiction.shortBy == 1 ? "once." : "\(contradiction.shortBy) times."
        #expect(contradiction.proviso?.hasSuffix("at least \(times)") == true)
        let lower = contradiction.lower.map { places($0.figure) }
        let again =
          lower.map(\.count).reduce(0, +) - lower.reduce(Set()) { $0.union($1) }.count
        #expect(again >= contradiction.shortBy)
      }
    }
    #expect(found > 100)
  }

  @Test func `what cannot hold is found, and nothing else, by sets that cannot be smaller`() {
    var generator = SeededGenerator(seed: 4)
    var contradictory = 0
    for _ in 0..<1500 {
      let growth = Self.series(using: &generator)
      var figures = (0..<Int.random(in: 2...7, using: &generator)).map {
        Self.said($0, of: growth, units: ["accounts"], using: &generator)
      }
      // One of them said of other days than it is true of.
      let place = Int.random(in: 0..<figures.count, using: &generator)
      let moved = Self.said(99, of: growth, units: ["accounts"], using: &generator)
      figures[place] = SaidFigure(
        id: figures[place].id, agency: moved.agency, measure: moved.measure, units: moved.units,
        first: figures[place].first, last: figures[place].last, qualifier: moved.qualifier,
        value: moved.value)
      let found = contradictions(figures)
      #expect(found.isEmpty == Self.holds(figures))
      contradictory += found.isEmpty ? 0 : 1
      for contradiction in found {
        #expect(contradiction.shortBy > 0)
        let chosen = figures.filter { contradiction.ids.contains($0.id) }
        #expect(!Self.holds(chosen))
        for left in chosen {
          #expect(Self.holds(chosen.filter { $0.id != left.id }), "\(contradiction.ids)")
        }
      }
      // Each set of figures that cannot hold contains one that is listed.
      for left in figures where !Self.holds(figures.filter { $0.id != left.id }) {
        #expect(found.contains { !$0.ids.contains(left.id) })
      }
    }
    #expect(contradictory > 200)
  }

  @Test func `a wider figure is no lower bound of a narrower one`() {
    let wide = figure("wide", .exactly, 500, 0, 9, units: ["accounts", "posts"])
    let narrow = figure("narrow", .exactly, 100, 0, 9)
    #expect(contradictions([wide, narrow]).isEmpty)
    let more = figure("narrow", .exactly, 501, 0, 9)
    let found = contradictions([wide, more])
    #expect(found.map(\.reading) == [.asStated])
    #expect(found.first?.shortBy == 1)
    let other = figure("other", .exactly, 501, 0, 9, units: ["groups"])
    #expect(contradictions([wide, other]).isEmpty)
  }

  @Test func `units are taken as one unless the register tells them apart`() {
    let wide = figure("wide", .exactly, 500, 0, 9, units: ["accounts", "posts"])
    let narrow = figure("narrow", .exactly, 100, 0, 12)
    let found = contradictions([wide, narrow])
    #expect(found.map(\.reading) == [.oneUnit])
    #expect(found.first?.shortBy == 400)
    let more = figure("more", .exactly, 90, 0, 9)
    #expect(contradictions([wide, narrow, more]).isEmpty)
  }

  @Test func `several that share nothing are all listed`() {
    let found = contradictions([
      figure("a", .exactly, 10, 0, 9), figure("b", .exactly, 11, 2, 5),
      figure("c", .exactly, 10, 20, 29), figure("d", .exactly, 14, 22, 25),
    ])
    #expect(found.map(\.ids) == [["c", "d"], ["a", "b"]])
    #expect(found.map(\.shortBy) == [4, 1])
  }

  @Test func `a great register is searched`() {
    var generator = SeededGenerator(seed: 5)
    let growth = (0..<700).map { _ in Int.random(in: 0...900, using: &generator) }
    var figures = (0..<100).map {
      Self.said($0, of: growth, units: ["accounts"], using: &generator)
    }
    #expect(contradictions(figures).isEmpty)
    figures.append(figure("last", .upTo, 5, 0, 699))
    #expect(!contradictions(figures).isEmpty)
  }
}
