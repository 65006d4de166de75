import Foundation
import Testing

struct ExplainAccountTests {
  private static func explain(
    _ arguments: [String], in workspace: Workspace? = nil
  ) throws -> Workspace.Result {
    try (workspace ?? Workspace()).run(["explain"] + arguments)
  }

  @Test func `each rule is shown as it applies, then the result`() throws {
    let result = try Self.explain([
      "account", "hxxps://m.facebook[.]com/John.Smith.9", "--platform", "Insta gram",
    ])
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(
      result.output == """
        text         hxxps://m.facebook[.]com/John.Smith.9

        1. refanged  a link that was made harmless is 'https://m.facebook.com/John.Smith.9'
        2. host      m.facebook.com belongs to facebook
        3. form      '{tail}' would fit, but 'John.Smith.9' is not legal there
        4. form      '{user}' fits with 'John.Smith.9'
        5. name      'John.Smith.9' is written 'johnsmith9'; case and '.' make no difference there
        6. conflict  the platform column says instagram, the address facebook: it wins

        platform     facebook (Facebook, of meta)
        kind         user
        account      johnsmith9
        counts as    account: the text does not say

        """)
  }

  @Test(
    arguments: [
      (
        ["account", "https://www.tiktok.com/@sample/video/12"],
        "counts as  post: the address says so"
      ),
      (["account", "07400 123456", "--platform", "whatsapp", "--country", "gb"], "+447400123456"),
      (["account", "n/a", "--platform", "x"], "problem         no-account"),
      (["account", "1.00014E+14", "--platform", "facebook"], "problem        damaged-id"),
      (
        ["account", "https://f\u{430}cebook.com/sample"],
        "looks like     facebook.com: another text"
      ),
      (["account", "--", "-sample-"], "platform    unmapped"),
      (["no-account"], "A record from which no account can be told"),
      (["code", "no-account"], "A record from which no account can be told"),
      ([], "no-account"),
    ] as [([String], String)])
  func `what came out is said`(arguments: [String], words: String) throws {
    let result = try Self.explain(arguments)
    #expect(result.status == 0)
    let squeezed = result.output.split(separator: " ", omittingEmptySubsequences: true)
      .joined(separator: " ")
    let expected = words.split(separator: " ").joined(separator: " ")
    #expect(squeezed.contains(expected), "\(result)")
  }

  @Test(arguments: [
    (["account", "sample", "--platform", "fecebook"], "did you mean 'facebook'?"),
    (["account", "sample", "--platform", "no such thing"], "expected one of bluesky, discord"),
    (["account", "sample", "--country", "GBR"], "must be two letters such as GB"),
    (["account"], "Missing expected argument"),
    (["no-acount"], "did you mean 'no-account'?"),
  ])
  func `what cannot be is an error of usage`(arguments: [String], words: String) throws {
    let result = try Self.explain(arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.error.contains(words), "\(result)")
  }

  @Test func `the registers of the pipeline file are used where there is one`() throws {
    let workspace = try Workspace()
    let settings = """
      { "version": 1, "sources": [{ "id": "a", "agency": "uk-nca", "path": "*.csv", "format": "csv",
        "fields": { "account": "A", "platform": "P", "action": "C", "action_date": "D" } }],
        "registers": { "platforms": [{ "id": "kik", "name": "Kik", "hosts": ["kik.example"] }] } }
      """
    try workspace.write(settings, to: "pipeline.json")
    try workspace.write(settings.replacing("kik", with: "kok"), to: "other/pipeline.json")
    let arguments = ["account", "https://kik.example/Sample"]
    #expect(try Self.explain(arguments, in: workspace).output.contains("kik (Kik)"))
    let other = try Self.explain(
      arguments + ["--config", "other/pipeline.json"], in: workspace)
    #expect(other.output.contains("no host of a platform"))
    #expect(try Self.explain(arguments).output.contains("no host of a platform"))
    let missing = try Self.explain(arguments + ["--config", "missing.json"], in: workspace)
    #expect(missing.status == 2 && missing.error.contains("missing.json"))
    #expect(!workspace.exists("outputs"))
  }
}
