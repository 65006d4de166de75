import Claims
import TestSupport
import Testing

struct CountRangeTests {
  @Test(arguments: [
    Case("exactly", (Qualifier.exactly, 148), "148"),
    Case("a round thousand", (.about, 8000), "7,500 to 8,500"),
    Case("a five counts five of its place", (.moreThan, 16500), "16,501 to 16,999"),
    Case("a hundred", (.about, 5600), "5,550 to 5,650"),
    Case("almost", (.almost, 12000), "11,500 to 11,999"),
    Case("almost, to the hundred", (.almost, 10700), "10,650 to 10,699"),
    Case("more than", (.moreThan, 27000), "27,001 to 27,999"),
    Case("at least", (.atLeast, 8000), "8,000 or more"),
    Case("up to", (.upTo, 8000), "0 to 8,000"),
    Case("a five in the last place", (.about, 15), "13 to 17"),
    Case("more than a number said to the last one", (.moreThan, 8001), "8,002 or more"),
    Case("almost a number said to the last one", (.almost, 8001), "0 to 8,000"),
    Case("about a number said to the last one", (.about, 8001), "8,001"),
    Case("nothing", (.about, 0), "0"),
    Case("fifty thousand", (.almost, 50000), "25,000 to 49,999"),
  ])
  func `words bound a value`(row: Case<(Qualifier, Int), String>) {
    #expect(CountRange(row.input.0, row.input.1).text == row.expected)
  }

  @Test(
    arguments: [
      Case("nothing", "", Qualifier.about), Case("as it is", "more than", .moreThan),
      Case("another word", "nearly", .almost), Case("in capitals", "At Least", .atLeast),
      Case("the longer words win", "no more than", .upTo),
      Case("unknown", "a good", nil), Case("words after it", "about so", nil),
    ] as [Case<String, Qualifier?>])
  func `a qualifier is one of the known words`(row: Case<String, Qualifier?>) {
    #expect(Qualifier(row.input) == row.expected)
  }
}
