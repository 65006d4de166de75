import TakedownModel
import TestSupport
import Testing

@testable import Claims

struct StatedChangeTests {
  private static func change(
    _ base: (Qualifier, Int), _ value: (Qualifier, Int), _ text: String
  ) -> StatedChange? {
    report([
      figure("base", base.0, base.1, 0, 9),
      figure("value", value.0, value.1, 10, 19, change: text, base: "base"),
    ]).changes.first
  }

  @Test func `5,600 to more than 8,000 can be 40%, for values up to 8,192`() throws {
    let change = try #require(Self.change((.about, 5600), (.moreThan, 8000), "+40%"))
    #expect(change.verdict == .canAgree)
    #expect(change.allowed == "+41.6% to +62.1%")
    #expect(change.said == "+35.0% to +45.0%")
    #expect(change.values == CountRange(low: 8001, high: 8192))
    #expect(change.baseValues == nil)
  }

  @Test func `more than 8,000 to almost 10,700 can be almost a third, not from 8,000 itself`()
    throws
  {
    let change = try #require(Self.change((.moreThan, 8000), (.almost, 10700), "almost a third"))
    #expect(change.verdict == .canAgree)
    #expect(change.allowed == "+18.3% to +33.7%")
    #expect(change.values == nil)
    #expect(change.baseValues == CountRange(low: 8001, high: 8283))
    #expect(
      change.notes.contains(
        "from 8,000 itself to 10,700 itself it is +33.8%, which is more than 'almost a third'"))
  }

  @Test(
    arguments: [
      Case(
        "a great change", ((.exactly, 1), (.exactly, 5), "more than 999999999999%"), .cannotAgree),
      Case("a small rest", ((.moreThan, 900_000_000_000), (.atLeast, 1), "-99.9999%"), .canAgree),
      Case("a difference", ((.about, 8000), (.about, 18000), "+10000"), .agrees),
      Case("a percentage", ((.exactly, 8000), (.exactly, 18000), "up 125%"), .agrees),
      Case("a smaller one", ((.exactly, 8000), (.exactly, 18000), "up 110%"), .cannotAgree),
      Case(
        "a difference too great", ((.exactly, 100), (.exactly, 900), "exactly 801 more"),
        .cannotAgree),
      Case("a fall said as a rise", ((.exactly, 900), (.exactly, 100), "+800"), .cannotAgree),
      Case("doubled", ((.exactly, 900), (.exactly, 1800), "exactly doubled"), .agrees),
      Case("no end above", ((.exactly, 900), (.atLeast, 1800), "at least doubled"), .agrees),
      Case("no end above, an end said", ((.exactly, 900), (.atLeast, 1800), "doubled"), .canAgree),
      Case("from nothing", ((.exactly, 0), (.exactly, 5), "+40%"), .notRead),
      Case("from nothing by a number", ((.exactly, 0), (.exactly, 5), "5 more"), .agrees),
      Case("words unknown", ((.exactly, 1), (.exactly, 5), "soared"), .notRead),
      Case(
        "great numbers",
        ((.about, 500_000_000_000), (.about, 700_000_000_000), "+40%"), .canAgree),
      Case(
        "great numbers apart", ((.about, 600_000_000), (.about, 600_000_000), "+20%"), .canAgree),
      Case(
        "great numbers never", ((.about, 610_000_000), (.about, 610_000_000), "+20%"),
        .cannotAgree),
    ] as [Case<((Qualifier, Int), (Qualifier, Int), String), StatedChange.Verdict>])
  func `a verdict is for all values, some or none`(
    row: Case<((Qualifier, Int), (Qualifier, Int), String), StatedChange.Verdict>
  ) {
    #expect(Self.change(row.input.0, row.input.1, row.input.2)?.verdict == row.expected)
  }

  @Test func `verdict and values are those of trying all numbers`() throws {
    var generator = SeededGenerator(seed: 8)
    let phrases = [
      "+40%", "almost a third", "more than 20%", "-10%", "doubled", "halved", "+30", "20 fewer",
      "at least 50%", "up to 3%", "exactly 25%", "about half", "less than 5%",
    ]
    for _ in 0..<3000 {
      let base = CountRange(low: .random(in: 1...90, using: &generator), high: nil)
      let value = CountRange(low: .random(in: 0...120, using: &generator), high: nil)
      let bases = base.low...base.low + .random(in: 0...9, using: &generator)
      let values = value.low...value.low + .random(in: 0...9, using: &generator)
      let text = phrases[.random(in: 0..<phrases.count, using: &generator)]
      guard let phrase = ChangePhrase(text) else { continue }
      var meeting: [(value: Int, base: Int)] = []
      for base in bases {
        for value in values {
          let fits =
            switch phrase.allowed {
            case .difference(let range): range.contains(Fraction(value - base))
            case .quotient(let range): range.contains(Fraction(Int128(value), Int128(base)))
            }
          if fits { meeting.append((value, base)) }
        }
      }
      let found = ChangeMeeting(
        CountRange(low: values.lowerBound, high: values.upperBound),
        CountRange(low: bases.lowerBound, high: bases.upperBound), phrase)
      let wanted: StatedChange.Verdict =
        meeting.isEmpty
        ? .cannotAgree : meeting.count == bases.count * values.count ? .agrees : .canAgree
      #expect(found.verdict == wanted, "\(bases) to \(values), \(text)")
      #expect(found.values?.low == meeting.map(\.value).min(), "\(bases) to \(values), \(text)")
      #expect(found.values?.high == meeting.map(\.value).max(), "\(bases) to \(values), \(text)")
      #expect(found.bases?.low == meeting.map(\.base).min(), "\(bases) to \(values), \(text)")
      #expect(found.bases?.high == meeting.map(\.base).max(), "\(bases) to \(values), \(text)")
    }
  }

  @Test func `many bases are judged as one by one`() throws {
    var generator = SeededGenerator(seed: 9)
    let phrases = [
      "+40%", "almost a third", "more than 20%", "-10%", "doubled", "halved", "at least 50%",
      "up to 10%", "about half", "less than 50%", "+70%",
    ]
    for _ in 0..<1000 {
      let base = Int.random(in: 1000...9000, using: &generator)
      let value = Int.random(in: 1000...9000, using: &generator)
      let bases = CountRange(low: base, high: base + .random(in: 1...900, using: &generator))
      let values = CountRange(low: value, high: value + .random(in: 1...900, using: &generator))
      let text = phrases[.random(in: 0..<phrases.count, using: &generator)]
      let phrase = try #require(ChangePhrase(text))
      let exact = ChangeMeeting(values, bases, phrase)
      let quick = ChangeMeeting(values, bases, phrase, fewBases: 0)
      #expect(quick.verdict == exact.verdict, "\(bases.text) to \(values.text), \(text)")
      #expect(quick.values == exact.values, "\(bases.text) to \(values.text), \(text)")
      #expect(quick.bases == exact.bases, "\(bases.text) to \(values.text), \(text)")
    }
  }

  @Test func `other units, and no base, are said`() throws {
    let changes = report([
      figure("base", .exactly, 10, 0, 9),
      figure(
        "value", .exactly, 14, 10, 19, units: ["accounts", "posts"], change: "+40%", base: "base"),
      figure("lost", .exactly, 14, 10, 19, change: "+40%"),
    ]).changes
    #expect(
      changes[0].notes.last
        == "the units of count differ: accounts+posts here, accounts in the base")
    #expect(changes[1].verdict == .notRead)
  }
}
