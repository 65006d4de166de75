import Testing

@testable import Publication

struct HeadlineRoundingTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let value: Int
    let base: Int?
    let step: Int
    let said: [Int?]
    var testDescription: String { "\(value) against \(base.map(String.init) ?? "nothing")" }
  }

  @Test(arguments: [
    Case(value: 18_000, base: 8_000, step: 1000, said: [18_000, 8_000, 10_000]),
    Case(value: 18_446, base: 8_122, step: 1000, said: [18_000, 8_000, 10_000]),
    // In thousands 11 − 8 is 3, but the change rounds to 2.
    Case(value: 10_690, base: 8_192, step: 500, said: [10_500, 8_000, 2_500]),
    // The base would be 0 in thousands; in steps of 500 it would be 500, and 2,150% become 1,700%.
    Case(value: 9_000, base: 400, step: 100, said: [9_000, 400, 8_600]),
    // 19,000 − 8,000 adds up, but 129% would become 138%.
    Case(value: 18_640, base: 8_130, step: 500, said: [18_500, 8_000, 10_500]),
    Case(value: 7, base: 3, step: 1, said: [7, 3, 4]),
    // 12 is not near enough to 10 to be said as that.
    Case(value: 0, base: 12, step: 1, said: [0, 12, -12]),
    // In thousands both would be 1,000, twice as many.
    Case(value: 501, base: 501, step: 500, said: [500, 500, 0]),
    // In hundreds nothing would have changed, and in fifties a quarter too much.
    Case(value: 1_340, base: 1_300, step: 10, said: [1_340, 1_300, 40]),
    // 5 fewer are not almost 10 fewer.
    Case(value: 100, base: 105, step: 1, said: [100, 105, -5]),
    Case(value: 12, base: 0, step: 1, said: [12, 0, 12]),
    Case(value: 0, base: 0, step: 1000, said: [0, 0, 0]),
    Case(value: 8_000, base: 18_000, step: 1000, said: [8_000, 18_000, -10_000]),
    Case(value: 17_980, base: nil, step: 1000, said: [18_000, nil, nil]),
    Case(value: 501, base: nil, step: 500, said: [500, nil, nil]),
    Case(value: 1, base: nil, step: 1, said: [1, nil, nil]),
  ])
  func `the coarsest step that changes nothing that matters is taken`(_ example: Case) {
    let rounding = HeadlineRounding(value: example.value, base: example.base)
    #expect(rounding.step == example.step)
    #expect(
      [rounding.value.rounded, rounding.base?.rounded, rounding.change?.rounded] == example.said)
  }

  @Test func `value, base and change always add up, whatever the figures`() {
    var state: UInt64 = 20_240_701
    func random(below limit: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % limit)
    }
    for _ in 0..<20_000 {
      let limit: UInt64 = [10, 100, 1_000, 30_000, 2_000_000][random(below: 5)]
      let value = random(below: limit)
      let base = random(below: limit)
      let rounding = HeadlineRounding(value: value, base: base)
      let said = (rounding.value.rounded, rounding.base?.rounded ?? -1)
      #expect(said.0 - said.1 == rounding.change?.rounded, "\(value) against \(base)")
      #expect((said.0 == 0) == (value == 0) && (said.1 == 0) == (base == 0))
      #expect((rounding.change?.rounded == 0) == (value == base))
      #expect(abs(said.0 - value) * 20 <= value && abs(said.1 - base) * 20 <= base)
      if base > 0 {
        let exact = Double(value - base) / Double(base) * 100
        let rounded = Double(said.0 - said.1) / Double(said.1) * 100
        #expect(abs(exact - rounded) < 5.000_001, "\(value) against \(base)")
      }
    }
  }

  @Test func `no coarser step would have done`() {
    for (value, base) in [(10_690, 8_192), (18_640, 8_130), (9_000, 400), (777, 333)] {
      let taken = HeadlineRounding(value: value, base: base).step
      for step in HeadlineRounding.steps where step > taken {
        let (v, b) = (RoundedFigure(value, step: step), RoundedFigure(base, step: step))
        let change = RoundedFigure(value - base, step: step)
        let addsUp = v.rounded - b.rounded == change.rounded
        let isThere = v.rounded != 0 && b.rounded != 0 && change.rounded != 0
        let moved =
          isThere
          ? abs(Double(v.rounded) / Double(b.rounded) - Double(value) / Double(base)) : 1
        let isFar = [v, b, change].contains {
          Double(abs($0.rounded - $0.exact)) >= Double(abs($0.exact)) * 0.05
        }
        #expect(!addsUp || !isThere || moved >= 0.05 || isFar)
      }
    }
  }

  @Test func `the greatest counts do not overflow`() {
    let greatest = RowReader.greatestCount
    #expect(HeadlineRounding(value: greatest, base: 1).change?.exact == greatest - 1)
    #expect(HeadlineRounding(value: greatest - 1, base: greatest).change?.rounded == -1)
  }

  @Test func `rounding up is almost, rounding down is more than, and exact is neither`() {
    #expect(RoundedFigure(950, step: 100).hedge == .almost)
    #expect(RoundedFigure(949, step: 100).hedge == .moreThan)
    #expect(RoundedFigure(900, step: 100).hedge == nil)
    #expect(RoundedFigure(-950, step: 100).rounded == -1000)
    #expect(RoundedFigure(-950, step: 100).hedge == .almost)
  }
}
