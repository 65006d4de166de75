import TakedownModel
import Testing

@testable import Normalization

struct AddressShapeTests {
  @Test(arguments: [
    (
      "{user} = person",
      "the address form '{user} = person' counts an unknown unit; expected one of account, page, "
        + "group, channel, post, advert"
    ),
    ("a?b", "the address form 'a?b' has no value for its query"),
    (
      "a?b=c",
      "the address form 'a?b=c' has a value in its query that is neither '*' nor in braces"
    ),
    ("//", "the address form '//' has no host after '//'"),
    ("{user}x", "the address form '{user}x' has a brace that does not close at a segment's end"),
    ("{user", "the address form '{user' has a brace that does not close at a segment's end"),
    ("{name}", "the address form '{name}' takes '{name}', which is no part of an address"),
    ("{id@c}", "the address form '{id@c}' takes '{id@c}', which is no part of an address"),
    ("a/b/c/d/e/f/g/h/i", "the address form 'a/b/c/d/e/f/g/h/i' has more than 8 segments"),
  ])
  func `a form that cannot be read is refused in words`(text: String, words: String) {
    do throws(AddressShapeError) {
      _ = try AddressShape(parsing: text)
      Issue.record("'\(text)' was read")
    } catch {
      #expect(error.description == words)
    }
  }

  @Test
  func `a platform that nobody has heard of needs an entry and no code`() throws {
    let chirp = PlatformEntry(
      Platform(id: "chirp", name: "Chirp", company: "chirp", hosts: ["chirp.example"]),
      rules: PlatformRules(
        shapes: [
          try AddressShape(parsing: "go?to={next}"),
          try AddressShape(parsing: "team/{group} = group"),
          try AddressShape(parsing: "old/{user@old}"),
          try AddressShape(parsing: "{user}/note/* = post"),
          try AddressShape(parsing: "{user}"),
        ],
        grammars: [
          .user: HandleGrammar("_", 3...12, ignoring: "-", notLast: "_"), .id: .digits(6...20),
          .group: HandleGrammar("", 1...20, ignoresCase: false),
        ],
        idLengths: 6...20, reserved: "help login", serviceLabels: "board"))
    let register = PlatformRegister(PlatformEntry.builtIn, extra: [chirp])
    let rules = AccountRules(register: register)
    let fast = AccountFastPath(register: register)
    let platform = register.index(ofID: "chirp")
    for (text, expected) in [
      ("https://chirp.example/Sam-ple", "user sample"), ("@Sample", "user sample"),
      ("https://chirp.example/team/Sample", "group Sample [group]"),
      ("chirp.example/sample/note/1", "user sample [post]"), ("123456", "id 123456"),
      ("https://chirp.example/old/Sample", "user old/sample"), ("sample_", "no-account"),
      ("https://board.chirp.example/sample", "no-account"), ("help", "no-account"),
      ("https://chirp.example/go?to=%2Fsample", "user sample"), ("Chirp", "no-account"),
    ] {
      let found = rules.resolve(text, platform: platform)
      #expect(found.platform == platform)
      let words = AccountVector.describe(
        AccountResolution(
          platform: nil, kind: found.kind, account: found.account, counts: found.counts,
          problem: found.problem))
      #expect(words == "- " + expected, "\(text)")
      var output: [UInt8] = []
      let bytes = Array(text.utf8)
      if let quick = fast.resolve(bytes.span, platform: platform, into: &output) {
        #expect(quick.kind == found.kind && output == Array(found.account.utf8), "\(text)")
      }
    }
  }
}
