import Normalization
import Tabular
import TakedownModel
import Testing

@testable import TakedownPipeline

struct PlatformSettingsTests {
  /// The members of one platform, and what is said of them.
  struct Case: Sendable, CustomTestStringConvertible {
    let members: String
    let problems: [String]

    init(_ members: String, _ problems: String...) {
      self.members = members
      self.problems = problems
    }

    var testDescription: String { members }
  }

  /// A pipeline file with one platform.
  private static func file(_ members: String) throws -> PipelineFile {
    let text = #"{"version": 1, "sources": [], "registers": {"platforms": [{\#(members)}]}}"#
    return try PipelineFile.read(Array(text.utf8), name: "pipeline.json")
  }

  static let malformed = [
    Case(
      #""id": "chirp", "adresses": []"#,
      "adresses: unknown key 'adresses'; did you mean 'addresses'?"
    ),
    Case(
      #""id": "chirp", "hosts": ["https://chirp.example", "www.chirp.example", "Chirp.example"]"#,
      "hosts[0]: found 'https://chirp.example', expected a host in ASCII such as 'example.org', "
        + "without scheme, path and 'www.'",
      "hosts[1]: found 'www.chirp.example', expected a host in ASCII such as 'example.org', without "
        + "scheme, path and 'www.'",
      "hosts[2]: found 'Chirp.example', expected a host in ASCII such as 'example.org', without "
        + "scheme, path and 'www.'"),
    Case(
      #""id": "chirp", "addresses": "{user}""#,
      "addresses: found the text '{user}', expected a list; put it in square brackets"),
    Case(
      #""id": "chirp", "names": {"users": {"length": [1, 2]}}"#,
      "names.users: unknown key 'users'; did you mean 'user'?"),
    Case(
      #""id": "chirp", "names": {"user": {"letter": "all", "case": "matters", "symbols": "a"}}"#,
      "names.user.letter: unknown key 'letter'; did you mean 'letters'?",
      "names.user.case: found 'matters', expected one of ignored, counts",
      "names.user.symbols: found 'a', expected characters that are no letters, digits, spaces, "
        + "quotes, brackets or / ? # % ;",
      "names.user.length: missing, but it is required; expected two whole numbers from 1 to 1000, "
        + "the smaller one first"),
    Case(
      #""id": "chirp", "names": {"user": {"length": 5}, "id": {"length": [5, 3]}}"#,
      "names.user.length: found the number 5, expected two whole numbers from 1 to 1000, the "
        + "smaller one first; write [5, 5] for that number alone",
      "names.id.length: found [5, 3], expected two whole numbers from 1 to 1000, the smaller one "
        + "first"),
    Case(
      #""id": "chirp", "id_lengths": [0, 20, "x"]"#,
      "id_lengths: found [0, 20, the text 'x'], expected two whole numbers from 1 to 100, the "
        + "smaller one first"),
    Case(
      #""id": "chirp", "phones": "sometimes", "app_schemes": ["https"], "reserved": ["a/b"]"#,
      "phones: found 'sometimes', expected one of never, with-plus, always",
      "app_schemes[0]: found 'https', expected the scheme of an app's links, such as 'tg', of a-z, "
        + "0-9, +, . and -",
      "reserved[0]: found 'a/b', expected a segment of a path, such as 'login', without spaces and "
        + "/ ? # %"),
    Case(
      #""id": "chirp", "subdomain_names": "a.example", "subdomain_accounts": "a.example""#,
      "subdomain_accounts: 'subdomain_names' says this too; keep one of the two"),
  ]

  @Test(arguments: malformed)
  func `what the keys cannot hold is told with the path of the key`(example: Case) {
    do throws(ConfigurationError) {
      _ = try PipelineFile.read(
        Array(
          #"{"version": 1, "sources": [], "registers": {"platforms": [{\#(example.members)}]}}"#
            .utf8
        ), name: "pipeline.json")
      Issue.record("nothing was found")
    } catch {
      let lines = error.description.split(separator: "\n").map(String.init)
      #expect(lines == example.problems.map { "pipeline.json: registers.platforms[0].\($0)" })
    }
  }

  private static let user = #""names": {"user": {"length": [3, 12]}}"#

  private static func names(_ members: String) -> String {
    #""id": "chirp", "names": {"user": {"length": [3, 12], \#(members)}}"#
  }

  private static func addresses(_ form: String) -> String {
    #""id": "chirp", "hosts": ["chirp.example"], "addresses": ["{user}", "\#(form)"], \#(user)"#
  }

  static let contradictory = [
    Case(addresses("{user} = post")),
    Case(addresses("//board.chirp.example/{user}")),
    Case(addresses("pay/{url}")),
    Case(
      addresses("{user} = person"),
      "addresses[1]: the form '{user} = person' counts an unknown unit; expected one of account, "
        + "page, group, channel, post, advert"),
    Case(
      addresses("{user"),
      "addresses[1]: the form '{user' has a brace that does not close at a segment's end"),
    Case(
      addresses("user}"),
      "addresses[1]: the form 'user}' has 'user}'; expected '*' alone, and "
        + "braces in pairs"),
    Case(
      addresses("post*/{user}"),
      "addresses[1]: the form 'post*/{user}' has 'post*'; expected '*' alone, and braces in pairs"),
    Case(
      addresses("{handle}"),
      "addresses[1]: the form '{handle}' takes '{handle}', which is no part of an address"),
    Case(
      addresses("team/{group}"),
      "addresses[1]: the form 'team/{group}' takes '{group}', but nothing says what such a name "
        + "looks like; add names.group"),
    Case(
      addresses("page/{tail}"),
      "addresses[1]: the form 'page/{tail}' takes '{tail}', an id of nine digits or more, which "
        + "names.id has to allow: with length [9, 20] or wider"),
    Case(
      addresses("call/{phone}"),
      "addresses[1]: the form 'call/{phone}' takes '{phone}'; expected '{number}' for a telephone "
        + "number"),
    Case(
      addresses("{user}/{user}"),
      "addresses[1]: the form '{user}/{user}' takes 2 texts; expected one at most"),
    Case(
      addresses("//other.example/{user}"),
      "addresses[1]: the form '//other.example/{user}' is at 'other.example', which is not at any "
        + "of the platform's hosts; add it to hosts"),
    Case(
      addresses("https://chirp.example/{user}"),
      "addresses[1]: the form 'https://chirp.example/{user}' has a scheme; write a host as "
        + "'//chirp.example/…', or leave it out"),
    Case(
      addresses("chirp.example/{user}"),
      "addresses[1]: the form 'chirp.example/{user}' begins with a host; write '//chirp.example/…', "
        + "or leave it out"),
    Case(
      addresses("/"), "addresses[1]: the form '/' has no segment, so that every address would fit"),
    Case(
      addresses("{user}=post"),
      "addresses[1]: the form '{user}=post' has a brace that does not close at a segment's end"),
    Case(
      addresses("a b/{user}"),
      "addresses[1]: the form 'a b/{user}' has a space; expected one on each side of '=' alone"),
    Case(
      addresses("#/{user}"), "addresses[1]: the form '#/{user}' has a '#', which stands in no form"),
    Case(
      #""id": "chirp", "bare": ["//chirp.example/{user}"], "hosts": ["chirp.example"], \#(user)"#,
      "bare[0]: the form '//chirp.example/{user}' is for addresses with a host, which 'bare' has "
        + "none of; put it into addresses"),
    Case(#""id": "chirp", \#(user)"#),
    Case(
      #""id": "chirp", "hosts": ["chirp.example"], \#(user)"#,
      "addresses: missing, so that no address at 'chirp.example' would name an account; expected a "
        + #"list such as ["{user}"]"#),
    Case(
      #""id": "chirp", "reserved": ["login"]"#,
      "names: missing, but the other keys only change how names are read; expected an object such "
        + #"as {"user": {"length": [3, 30]}}"#),
    Case(
      #""id": "chirp", "id_lengths": [5, 9], \#(user)"#,
      "names.id: missing, but id_lengths requires it; expected an object"),
    Case(
      #""id": "chirp", "fragment_hosts": ["web.example"], "subdomain_names": "b.example", \#(user)"#,
      "fragment_hosts[0]: 'web.example' is not at any of the platform's hosts; add it to hosts",
      "subdomain_names: 'b.example' is not at any of the platform's hosts; add it to hosts"),
    Case(
      names(#""symbols": "._", "ignored": "-.""#),
      "names.user.ignored: '.' is in symbols too; keep it in one of the two"),
    Case(
      names(#""letters": "none", "starts_with_letter": true"#),
      "names.user.starts_with_letter: found with letters 'none'; leave one of them out"),
    Case(
      names(#""requires": "@""#), "names.user.requires: '@' is not in symbols; add it there"),
    Case(
      names(#""not_last": "_""#),
      "names.user.not_last: '_' is in no name anyway; add it to symbols or leave it out"),
    Case(
      names(#""symbols": "_", "ignored": ".", "not_first": "_.""#),
      "names.user.not_first: '_' could stand there once '.' is ignored; leave it out"),
    Case(names(#""ignored": ".", "not_first": ".""#)),
    Case(
      names(#""prefix": "UC""#),
      "names.user.prefix: 'UC' has capitals, while case is ignored; write small letters"),
    Case(names(#""prefix": "UC", "case": "counts""#)),
    Case(
      names(#""prefix": "u:""#),
      "names.user.prefix: 'u:' is no start of a name; add its characters to symbols"),
  ]

  @Test(arguments: contradictory)
  func `what could never hold is told by its key`(example: Case) throws {
    let platform = try #require(try Self.file(example.members).registers.platforms.first)
    #expect(platform.problems.map { "\($0.key): \($0.reason)" } == example.problems)
  }

  /// What the texts are on a platform, `-` for no account.
  private static func accounts(_ members: String, id: String, _ texts: [String]) throws -> [String]
  {
    let file = try file(#""id": "\#(id)", "# + members)
    #expect(file.registers.platforms.flatMap(\.problems).map(\.reason) == [])
    let register = PlatformRegister(
      PlatformEntry.builtIn, extra: file.registers.platforms.map(\.entry))
    let rules = AccountRules(register: register)
    let fast = AccountFastPath(register: register)
    let platform = try #require(register.index(ofID: id))
    return texts.map { text in
      let found = rules.resolve(text, platform: platform)
      var output: [UInt8] = []
      let bytes = Array(text.utf8)
      if let quick = fast.resolve(bytes.span, platform: platform, into: &output) {
        #expect(quick.kind == found.kind && output == Array(found.account.utf8), "\(text)")
      }
      guard let kind = found.kind, found.platform == platform else { return "-" }
      #expect(
        rules.resolve("\(id):\(kind.rawValue):\(found.account)", platform: platform).account
          == found.account, "\(text)")
      return "\(kind.rawValue) \(found.account)" + (found.counts.map { " [\($0.rawValue)]" } ?? "")
    }
  }

  @Test func `an entry with a built-in id adds to it`() throws {
    let members = """
      "hosts": ["tg.example", "t.me"], "addresses": ["profile/{user} = channel"],
      "reserved": ["Newsroom"]
      """
    #expect(
      try Self.accounts(
        members, id: "telegram",
        [
          "https://t.me/Sample_One", "https://tg.example/sample_one",
          "https://t.me/profile/sample_one", "https://t.me/newsroom", "https://t.me/c/1234567/8",
          "tg://resolve?domain=sample_one", "https://t.me/s/sample_one", "sam",
        ]) == [
          "user sample_one", "user sample_one", "user sample_one [channel]", "-",
          "channel 1234567 [post]", "user sample_one", "user sample_one", "-",
        ])
  }

  @Test func `an entry without anything new leaves the built-in one as it is`() throws {
    let file = try Self.file(
      #""id": "facebook", "hosts": ["facebook.com"], "aliases": ["Fazebuk"]"#)
    let entry = try #require(file.registers.platforms.first).entry
    let known = try #require(Platform.builtIn.first { $0.id == "facebook" })
    #expect(entry.platform.hosts == known.hosts)
    #expect(entry.platform.aliases == ["Fazebuk"] + known.aliases)
    #expect(entry.platform.name == known.name && entry.platform.company == known.company)
  }

  @Test func `what is stated once takes the place of what is built in`() throws {
    let texts = ["+49 170 1234567", "1234567", "Sample-One", "sample_one", "12345678"]
    #expect(
      try Self.accounts(#""aliases": []"#, id: "telegram", texts)
        == ["phone +491701234567", "id 1234567", "-", "user sample_one", "id 12345678"])
    #expect(
      try Self.accounts(
        """
        "id_lengths": [8, 25],
        "names": {"user": {"symbols": "-", "length": [4, 40]}}
        """, id: "telegram", texts) == [
          "phone +491701234567", "user 1234567", "user sample-one", "-", "id 12345678",
        ])
  }

  @Test func `every kind of rule can be stated`() throws {
    let members = """
      "hosts": ["chirp.example", "web.chirp-app.example", "chirp-app.example"],
      "addresses": ["call/{number}", "page/{tail} = page", "u/{id}", "{user}/* = post", "{user}"],
      "bare": ["{user}"], "phones": "with-plus", "fragment_hosts": ["web.chirp-app.example"],
      "subdomain_names": "chirp.example", "app_schemes": ["chirp"], "service_labels": ["board"],
      "reserves_names": false, "reserved": ["login"], "id_lengths": [9, 9],
      "names": {
        "user": {"letters": "all", "symbols": "_", "length": [2, 9], "case": "counts"},
        "id": {"letters": "none", "length": [9, 20]}
      }
      """
    #expect(
      try Self.accounts(
        members, id: "chirp",
        [
          "chirp://Sample", "https://sample.chirp.example", "+49 170 1234567", "123456789",
          "https://web.chirp-app.example/#/Sample", "https://board.chirp-app.example/a_b",
          "https://chirp.example/login", "login", "https://chirp.example/call/491701234567",
          "https://chirp.example/page/A-Page-1000123456789", "Ünü", "a-b",
        ]) == [
          "user Sample", "user sample", "phone +491701234567", "id 123456789", "user Sample", "-",
          "-", "user login", "phone +491701234567", "id 1000123456789 [page]", "user Ünü", "-",
        ])
    #expect(
      try Self.accounts(
        """
        "hosts": ["chirp.example"], "addresses": ["{user}"], "subdomain_accounts": "chirp.example",
        "names": {"user": {"symbols": ".", "length": [4, 50], "requires": ".", "not_twice": "."}}
        """, id: "chirp", ["https://Sam.chirp.example", "sam.chirp.example", "a..b.c", "abcd"])
        == ["user sam.chirp.example", "user sam.chirp.example", "-", "-"])
    #expect(
      try Self.accounts(
        """
        "hosts": ["chirp.example"], "addresses": ["{user}"], "adds_host": true,
        "names": {"user": {"symbols": "@.-", "length": [3, 99], "requires": "@"}}
        """, id: "chirp", ["https://chirp.example/@Sam", "sam@chirp.example", "sam"])
        == ["user sam@chirp.example", "user sam@chirp.example", "-"])
  }

  @Test func `the file with its defaults reads as the same platform`() throws {
    let file = try Self.file(#""id": "chirp", "id_lengths": [5, 9], "bare": [], \#(Self.user)"#)
    let text = file.withDefaults.prettyText
    #expect(try PipelineFile.read(Array(text.utf8), name: "pipeline.json") == file)
    let platform = file.withDefaults["registers"]?["platforms"]?.elements.first
    #expect(platform?["addresses"] == [] && platform?["bare"] == [] && platform?["phones"] == nil)
    #expect(platform?["names"]?["user"]?["case"] == "ignored")
  }
}
