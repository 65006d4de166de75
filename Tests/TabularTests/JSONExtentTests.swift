import Tabular
import Testing

struct JSONExtentTests {
  typealias Outcome = JSONExtent.Outcome

  @Test(
    arguments: [
      (#"{"a":1},"#, .closed(7)), (#"[1,[2]] x"#, .closed(7)), (#""a\"b\\",1"#, .closed(8)),
      (#"{"a":"}]{["}"#, .closed(12)), (#"{a: NaN, 'b': 01,}"#, .closed(18)),
      (#"{"a":"\ud800"}"#, .closed(14)), ("7]", .closed(1)), ("nul", .closed(3)),
      ("{\"a\" : \"x\" ,\n\"b\":[ ] }", .closed(22)),
      // Open.
      ("", .open), (#"{"a":1"#, .open), (#""a\""#, .open), ("[[]", .open),
      // Quotes or brackets that do not fit.
      (#"{"a":1]"#, .untold), (#"[{"a":1]}"#, .untold), ("]", .untold), (",", .untold),
      (#"{"a":"x},{"a":"y"}"#, .untold), (#"{"a":"x"y"}"#, .untold), (#"{'a':'b"c'}"#, .untold),
      (#"{"a" "b"}"#, .untold), (#"{"a":1"b":2}"#, .untold), (#"{"a":{}{}}"#, .untold),
    ] as [(String, Outcome)])
  func `the end is told by quotes and brackets that fit`(_ text: String, _ outcome: Outcome) {
    var extent = JSONExtent()
    let bytes = Array(text.utf8)
    let found = extent.scan(bytes.span, from: 0, isEnd: true)
    #expect(found == outcome)
  }

  @Test func `a text in parts has the same end`() {
    let text = Array(#"{"a":"x\"y\\","b":[1,{"c":"}"}]}  "#.utf8)
    for first in 0...text.count {
      var extent = JSONExtent()
      let start = extent.scan(text.span.extracting(..<first), from: 0, isEnd: false)
      guard start == .open else {
        #expect(start == .closed(32))
        continue
      }
      let end = extent.scan(text.span.extracting(first...), from: 0, isEnd: true)
      #expect(end == .closed(32 - first))
    }
  }

  @Test func `nesting is limited`() {
    let deep = Array(repeating: UInt8(ascii: "["), count: 1_000_000)
    var extent = JSONExtent()
    let end = extent.scan(deep.span, from: 0, isEnd: true)
    #expect(end == .untold)
  }
}
