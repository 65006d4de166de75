import TestSupport
import Testing

@testable import TakedownPipeline

struct LogLineTests {
  static let texts: [Case<String, String>] = [
    Case("nothing to escape", "ingest: 3 rows of ‘é日本’", "ingest: 3 rows of ‘é日本’"),
    Case("end of a line", "a\nb\r\nc", #"a\nb\r\nc"#),
    Case("tab", "a\tb", #"a\tb"#),
    Case("escape", "\u{1b}[31m", #"\u{1B}[31m"#),
    Case("delete", "\u{7f}", #"\u{7F}"#),
    Case("one of Latin-1", "\u{9b}31m", #"\u{9B}31m"#),
    Case("line of Unicode", "a\u{2028}b\u{2029}c", #"a\u{2028}b\u{2029}c"#),
    Case("other direction", "\u{202e}txt.\u{2066}", #"\u{202E}txt.\u{2066}"#),
    Case("none", "\u{0}", #"\u{0}"#),
  ]

  @Test(arguments: texts)
  func `control characters are made visible`(text: Case<String, String>) {
    #expect(LogLine(.info, text.input).text == text.expected)
    let json = LogLine(.info, text.input).json(at: "now")
    #expect(json.escapingControls == json)
  }

  @Test func `a result on a terminal keeps its lines and columns and nothing else`() {
    let text = "a\u{1b}[31m\tb\nc\r\n\n"
    #expect(text.escapingControls(but: "\n\t") == "a\\u{1B}[31m\tb\nc\\r\n\n")
    #expect("".escapingControls(but: "\n\t") == "")
  }

  @Test func `a line has the members that there are`() {
    #expect(
      LogLine(.info, "m").json(at: "T") == #"{"time":"T","level":"info","message":"m"}"#)
    let full = LogLine(
      .error, "m", stage: .emit, run: "R", reasons: ["forced"], seconds: 1.5, status: 2)
    #expect(
      full.json(at: "T") == #"{"time":"T","level":"error","message":"m","stage":"emit","run":"R","#
        + #""reasons":["forced"],"seconds":1.500,"status":2}"#)
  }

  @Test(arguments: [
    Case("none", 0.0, "0.000"), Case("rounded up", 0.0096, "0.010"), Case("more", 61.25, "61.250"),
  ])
  func `seconds have three decimals`(seconds: Case<Double, String>) {
    #expect(LogLine.thousandths(seconds.input) == seconds.expected)
  }
}
