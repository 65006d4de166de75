import PrivateNames
import Testing

/// Which spellings of a name count, and which texts only look like it.
struct NameSearchTests {
  struct Example: CustomTestStringConvertible, Sendable {
    let kind: PrivateName.Kind
    let name: String
    let text: String
    let isFound: Bool

    var testDescription: String { "\(name) in \(text)" }
  }

  private static func account(_ platform: String = "tiktok") -> PrivateName.Kind {
    .account(platform: platform)
  }

  private static let examples: [Example] =
    found(
      account(), "sample_boat_30753",
      [
        "sample_boat_30753", "Write to SAMPLE_BOAT_30753.", "<b>sample_boat_30753</b>",
        "a,sample_boat_30753,b", "@sample_boat_30753", "tiktok:sample_boat_30753",
      ])
    + missed(
      account(), "sample_boat_30753",
      [
        "sample_boat_3075", "sample_boat_307531", "my.sample_boat_30753", "sample_boat_30753.csv",
      ])
    // Short names and numbers are ordinary words unless they are written as accounts.
    + found(
      account(), "anna",
      [
        "see @anna", "tiktok:anna", "https://www.tiktok.com/@Anna", "tiktok.com/anna?x=1",
      ])
    + missed(
      account(), "anna",
      [
        "anna", "Anna said", "mail@anna", "x:anna", "https://example.org/anna",
        "nottiktok.com/anna",
        "@annabel",
      ])
    + found(account(), "12345", ["@12345", "tiktok:12345"])
    + missed(account(), "12345", ["12345", "1,12345,2"])
    + found(account("facebook"), "999000785772142", ["id 999000785772142"])
    + missed(account("facebook"), "999000785772142", ["9990007857721420"])
    + found(account("whatsapp"), "447700900025", ["+447700900025", "wa.me/447700900025"])
    + found(account("telegram"), "SampleroZ-Yuf2E-", ["(sampleroz-yuf2e-)"])
    + found(
      account("unmapped"), "forum.example/u/anna",
      [
        "https://forum.example/u/anna", "http://www.forum.example/u/anna.",
      ])
    + missed(
      account("unmapped"), "forum.example/u/anna",
      [
        "notforum.example/u/anna", "forum.example/u/annabel", "u/anna",
      ])
    + found(
      account("mastodon"), "anna@social.example", ["@anna@social.example", "anna@social.example"])
    + missed(
      account("mastodon"), "anna@social.example",
      ["anna@social.example-two", "joanna@social.example"])
    + found(.path, "/home/anna/work", ["file:///home/anna/work/outputs", "in '/home/anna/work'"])
    + missed(
      .path, "/home/anna/work", ["/home/anna/works", "/srv/home/anna/work", "home/anna/work"])
    + found(.path, "/root/", ["/root/takedowns"])
    + missed(.path, "/root/", ["/root", "square/root/of"])
    + found(.host, "build-7", ["run on BUILD-7", "http://build-7/"])
    + missed(.host, "build-7", ["build-77", "rebuild-7"])

  private static func found(
    _ kind: PrivateName.Kind, _ name: String, _ texts: [String]
  ) -> [Example] {
    texts.map { Example(kind: kind, name: name, text: $0, isFound: true) }
  }

  private static func missed(
    _ kind: PrivateName.Kind, _ name: String, _ texts: [String]
  ) -> [Example] {
    texts.map { Example(kind: kind, name: name, text: $0, isFound: false) }
  }

  @Test(arguments: examples)
  func `a name is found as a whole word, in any case`(example: Example) throws {
    let name = try #require(
      PrivateName(example.kind, Array(example.name.utf8), origin: "a test"))
    let text = SearchedText(path: "a.txt", bytes: Array(example.text.utf8))
    let search = NameSearch(
      [name], hosts: ["tiktok": ["tiktok.com"], "whatsapp": ["wa.me"]])
    #expect(search.sightings(in: [text]).isEmpty != example.isFound)
    if example.isFound { #expect(WordSet(of: text).mayContain(name.word)) }
  }

  @Test(arguments: [
    ("sample_boat_30753", PrivateName.Weight.full), ("international", .word), ("removals", .none),
    ("anna99", .none), ("447700900025", .full), ("20250331", .none), ("2025-03-31-2025", .none),
    ("12345678.12345678", .none), ("forum.example/anna", .full), ("лодкалодка", .none),
    ("лодкалодкалодка", .word),
  ])
  func `a name says as much as nobody writes by accident`(
    name: String, weight: PrivateName.Weight
  ) throws {
    let kind = PrivateName.Kind.account(platform: "x")
    #expect(try #require(PrivateName(kind, Array(name.utf8), origin: "")).weight == weight)
  }

  @Test func `a set of words knows each of many, and no other`() {
    let words = (0..<20_000).map { "word\($0 * 2)" }
    let texts = [words[..<5000], words[5000...]].map {
      SearchedText(path: "a.txt", bytes: Array($0.joined(separator: " ").utf8))
    }
    let set = WordSet(joining: texts.map { WordSet(of: $0) })
    for number in 0..<40_000 {
      let bytes = Array("word\(number)".utf8)
      let word = PrivateName.telling(in: bytes.span)
      #expect(word.map(set.mayContain) == (number % 2 == 0), "\(number)")
    }
  }
}
