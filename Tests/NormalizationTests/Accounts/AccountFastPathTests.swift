import Bytes
import TakedownModel
import Testing

@testable import Normalization

struct AccountFastPathTests {
  private let register = AccountVector.register
  private let rules = AccountVector.rules
  private static let fast = AccountFastPath(rules: AccountVector.rules)

  /// The fast answer in the form of the general one.
  private func quick(_ text: String, _ platform: Int?) -> AccountResolution? {
    let bytes = Array(text.utf8)
    var output: [UInt8] = Array("before".utf8)
    let found = Self.fast.resolve(bytes.span, platform: platform, into: &output)
    let account = output.span.extracting(6..<output.count).text
    #expect(output.starts(with: "before".utf8))
    guard let found else {
      #expect(account == "", "nothing is appended without an answer")
      return nil
    }
    return AccountResolution(
      platform: found.platform, platformConflict: found.platformConflict, kind: found.kind,
      account: account, counts: found.counts)
  }

  @Test(arguments: [
    ("facebook", "sample.page", "facebook user samplepage"),
    ("facebook", "@Sample", "facebook user sample"),
    ("facebook", "100089602000001", "facebook id 100089602000001"),
    ("facebook", "https://www.facebook.com/Sample.Page/?x=1", "facebook user samplepage"),
    ("facebook", "https://m.facebook.com/profile.php?id=100&x", "facebook id 100"),
    ("facebook", "m.me/sample", "facebook user sample"),
    ("instagram", "Sample.User_1", "instagram user sample.user_1"),
    ("instagram", "https://www.instagram.com/Sample/", "instagram user sample"),
    ("threads", "https://www.threads.net/@Sample", "threads user sample"),
    ("tiktok", "https://www.tiktok.com/@Sample?lang=en", "tiktok user sample"),
    ("tiktok", "6800000000000000001", "tiktok id 6800000000000000001"),
    ("x", "https://x.com/Sample_1", "x user sample_1"),
    ("x", "HTTP://TWITTER.COM/Sample_1", "x user sample_1"),
    ("x", "718810552609480705", "x id 718810552609480705"),
    ("youtube", "https://www.youtube.com/@Sample", "youtube user sample"),
    (
      "youtube", "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuV",
      "youtube channel UCabcdefghijklmnopqrstuV [channel]"
    ),
    ("telegram", "t.me/Sample_Kanal", "telegram user sample_kanal"),
    ("telegram", "+355691234567", "telegram phone +355691234567"),
    ("telegram", "2128475717", "telegram id 2128475717"),
    ("whatsapp", "+355691234567", "whatsapp phone +355691234567"),
    ("whatsapp", "https://wa.me/355691234567?text=a", "whatsapp phone +355691234567"),
    ("snapchat", "sample-name", "snapchat user sample-name"),
    ("reddit", "Sample", "reddit user sample"),
    ("facebook", "https://t.me/sample_kanal", "telegram user sample_kanal !"),
    ("-", "https://t.me/sample_kanal", "telegram user sample_kanal"),
  ])
  func `a plain shape is answered`(given: String, text: String, expected: String) throws {
    let platform = register.index(ofID: given)
    let found = try #require(quick(text, platform))
    #expect(AccountVector.describe(found) == expected)
    #expect(found == rules.resolve(text, platform: platform))
  }

  @Test(arguments: AccountVector.meta + AccountVector.others)
  func `every vector gets the general answer or none`(vector: AccountVector) {
    let platform = register.index(ofID: vector.given)
    for given in [platform, nil, 0, register.index(ofID: "facebook")] {
      if let found = quick(vector.text, given) {
        #expect(found == rules.resolve(vector.text, platform: given, country: vector.country))
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `made-up spellings get the general answer or none`(seed: UInt64) {
    var spellings = AccountSpellings(seed: seed, register: register)
    var answered = 0
    for _ in 0..<50_000 {
      let (text, platform) = spellings.next()
      guard let found = quick(text, platform) else { continue }
      answered += 1
      let expected = rules.resolve(text, platform: platform)
      guard found != expected else { continue }
      Issue.record(
        "\(text) on \(platform.map { register.platforms[$0].id } ?? "-"): \(found) not \(expected)")
      return
    }
    #expect(answered > 5_000)
  }
}
