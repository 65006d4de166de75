import Bytes
import Tabular
import TestSupport
import Testing

struct CSVGrammarTests {
  struct Step: Sendable {
    var outcome: CSVGrammar.Outcome
    var end = 0
    var fields: [CSVField] = []
  }

  private static let steps: [Case<String, Step>] = [
    Case(
      "each form of field", "a,b\"c,\"d\",\"e\"\"f\"\n",
      Step(
        outcome: .record, end: 17,
        fields: [
          CSVField(start: 0, end: 1, form: .bare),
          CSVField(start: 2, end: 5, form: .bareWithQuotes),
          CSVField(start: 7, end: 8, form: .quoted),
          CSVField(start: 11, end: 15, form: .quotedWithEscapes),
        ])),
    Case("a blank line", "\nab", Step(outcome: .record, end: 1)),
    Case("a blank line in CR LF", "\r\nab", Step(outcome: .record, end: 2)),
    Case("a blank line in CR", "\rab", Step(outcome: .record, end: 1)),
    Case(
      "a faulty field", "\"a\"b,c\nd",
      Step(
        outcome: .faulty(field: 0, spansLines: false), end: 7,
        fields: [
          CSVField(start: 0, end: 4, form: .bareWithQuotes),
          CSVField(start: 5, end: 6, form: .bare),
        ])),
    Case(
      "a faulty field over lines", "a,\"b\nc\"d,e\n",
      Step(
        outcome: .faulty(field: 1, spansLines: true), end: 8,
        fields: [
          CSVField(start: 0, end: 1, form: .bare),
          CSVField(start: 2, end: 8, form: .bareWithQuotes),
        ])),
  ]

  @Test(arguments: steps)
  func `a record is read whether or not the file goes on`(row: Case<String, Step>) {
    for isFinal in [true, false] {
      let text = Array(row.input.utf8)
      var offset = 0
      var fields: [CSVField] = []
      let outcome = CSVGrammar(.standard).read(
        text.span, at: &offset, isFinal: isFinal, fields: &fields)
      #expect(outcome == row.expected.outcome)
      #expect(offset == row.expected.end)
      #expect(fields == row.expected.fields)
    }
  }

  private static let cuts: [Case<String, Cut>] = [
    Case("no line end yet", "a,b", .record, open: nil),
    Case("a CR that may be CR LF", "a\r", .record, open: nil),
    Case("a quote that may be doubled", "\"a\"", .record, open: nil),
    Case(
      "a faulty field without line end", "\"a\"b", .faulty(field: 0, spansLines: false), open: nil),
    Case("an open quote", "a,\"b", .incomplete(quoteOffset: 2), open: 2),
  ]

  @Test(arguments: cuts)
  func `what the end of the text cuts short is told only when it is the file's`(
    row: Case<String, Cut>
  ) {
    let text = Array(row.input.utf8)
    var offset = 0
    var fields: [CSVField] = []
    let grammar = CSVGrammar(.standard)
    let early = grammar.read(text.span, at: &offset, isFinal: false, fields: &fields)
    #expect(early == .incomplete(quoteOffset: row.expected.open))
    #expect(offset == 0)
    let final = grammar.read(text.span, at: &offset, isFinal: true, fields: &fields)
    #expect(final == row.expected.atEnd)
  }

  struct Cut: Sendable {
    let atEnd: CSVGrammar.Outcome
    let open: Int?
  }
}

extension Case where Input == String, Expected == CSVGrammarTests.Cut {
  fileprivate init(_ name: String, _ text: String, _ atEnd: CSVGrammar.Outcome, open: Int?) {
    self.init(name, text, CSVGrammarTests.Cut(atEnd: atEnd, open: open))
  }
}
