import Testing

@testable import Normalization

struct HandleGrammarTests {
  @Test(arguments: [
    (HandleGrammar("_", 1...9, ignoring: ".", notTwice: "_"), "a_._b"),
    (HandleGrammar("_", 1...9, ignoring: ".", notFirst: "_"), "._a"),
    (HandleGrammar("_", 1...9, ignoring: ".", notLast: "_"), "a_."),
    (HandleGrammar("", 1...9, ignoring: ".", startsWithLetter: true), ".1a"),
    (HandleGrammar("", 1...3, allowsAllLetters: true), "İİ"),
    (HandleGrammar("", 1...9, allowsAllLetters: true), "\u{301}a"),
  ])
  func `a name whose canonical form is illegal is illegal`(grammar: HandleGrammar, name: String) {
    #expect(grammar.canonical(name) == nil)
  }

  @Test(arguments: [
    (HandleGrammar("_", 1...9, ignoring: "."), "A.b_C", "ab_c"),
    (HandleGrammar("-", 1...9, prefix: "U-"), "U-A", "u-a"),
    (HandleGrammar("-", 1...9, ignoresCase: false, prefix: "U-"), "U-a", "U-a"),
    (HandleGrammar("", 1...9, allowsAllLetters: true), "ÉÇOLE", "éçole"),
    (HandleGrammar("", 1...9, allowsAllLetters: true), "İa", "i\u{307}a"),
    (HandleGrammar("@", 1...9, notFirst: "@", requires: "@"), "A@b", "a@b"),
  ])
  func `a canonical name is itself`(grammar: HandleGrammar, name: String, canonical: String) {
    #expect(grammar.canonical(name) == canonical)
    #expect(grammar.canonical(canonical) == canonical)
  }
}
