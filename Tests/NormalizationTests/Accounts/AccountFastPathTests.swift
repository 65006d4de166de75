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
    ("facebook", "HTTP://MBASIC.FACEBOOK.COM/groups/9990006?x=1", "facebook group 9990006 [group]"),
    ("facebook", "fr-fr.facebook.com/people/Sample-Name/10008/", "facebook id 10008"),
    ("facebook", "fb.com/profile.php?a=b&id=10008#x", "facebook id 10008"),
    ("facebook", "web.facebook.com/Sample.Page/posts/12", "facebook user samplepage [post]"),
    ("facebook", "https://fb.me/p/Sample-Page-100089602000001", "facebook id 100089602000001"),
    ("instagram", "instagram.com/sample/p/C1?img=1", "instagram user sample [post]"),
    ("threads", "threads.com/@sample/post/C1", "threads user sample [post]"),
    ("tiktok", "https://m.tiktok.com/@Sample/video/12", "tiktok user sample [post]"),
    ("tiktok", "@sample/video/12", "tiktok user sample [post]"),
    ("x", "https://mobile.twitter.com/Sample/status/12", "x user sample [post]"),
    ("youtube", "m.youtube.com/c/Sample", "youtube user c/sample"),
    ("youtube", "https://www.youtube.com/user/Sample/", "youtube user user/sample"),
    ("youtube", "https://www.youtube.com/Sample", "youtube user c/sample"),
    ("youtube", "Sample", "youtube user sample"),
    ("tiktok", "https://www.tiktok.com/en/@Sample", "tiktok user sample"),
    ("telegram", "https://telegram.dog/joinchat/SampleHash", "telegram invite SampleHash"),
    ("telegram", "t.me/+SampleHash", "telegram invite SampleHash"),
    ("telegram", "t.me/+355691234567", "telegram phone +355691234567"),
    ("telegram", "telegram.me/s/Sample_Kanal/12", "telegram user sample_kanal [post]"),
    ("telegram", "s/Sample_Kanal", "telegram user sample_kanal"),
    ("snapchat", "https://www.snapchat.com/add/Sample-1?src=link", "snapchat user sample-1"),
    ("snapchat", "@Sample-1", "snapchat user sample-1"),
    ("whatsapp", "chat.whatsapp.com/SampleCode", "whatsapp invite SampleCode [group]"),
    ("whatsapp", "whatsapp.com/channel/SampleCode", "whatsapp channel SampleCode [channel]"),
    ("whatsapp", "api.whatsapp.com/send?phone=355691234567", "whatsapp phone +355691234567"),
    ("whatsapp", "+44 (0)7700 900-013", "whatsapp phone +447700900013"),
    ("whatsapp", "+1 (205) 555-0112", "whatsapp phone +12055550112"),
    ("facebook", "https://t.me/sample_kanal", "telegram user sample_kanal !"),
    ("-", "https://t.me/sample_kanal", "telegram user sample_kanal"),
  ])
  func `a plain shape is answered`(given: String, text: String, expected: String) throws {
    let platform = register.index(ofID: given)
    let found = try #require(quick(text, platform))
    #expect(AccountVector.describe(found) == expected)
    #expect(found == rules.resolve(text, platform: platform))
  }

  @Test(arguments: AccountVector.all)
  func `every vector gets the general answer or none`(vector: AccountVector) {
    for given in [vector.platform, nil] + register.platforms.indices.map({ $0 as Int? }) {
      if let found = quick(vector.text, given) {
        #expect(found == rules.resolve(vector.text, platform: given, country: vector.country))
      }
    }
  }

  @Test(.enabled(if: RecordedVectors.isAtHand, "the recorded vectors are not at hand"))
  func `every recorded text gets the general answer or none`() throws {
    let texts = try RecordedVectors().texts
    #expect(texts.count > 700)
    for text in texts {
      for given in [nil] + register.platforms.indices.map({ $0 as Int? }) {
        guard let found = quick(text, given) else { continue }
        #expect(found == rules.resolve(text, platform: given), "\(text)")
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `made-up spellings get the general answer or none`(seed: UInt64) {
    var spellings = AccountSpellings(seed: seed, register: register)
    var answered = 0
    for _ in 0..<AccountSpellings.count(30_000) {
      let (text, platform) = spellings.next()
      guard let found = quick(text, platform) else { continue }
      answered += 1
      let expected = rules.resolve(text, platform: platform)
      guard found != expected else { continue }
      Issue.record(
        "\(text) on \(platform.map { register.platforms[$0].id } ?? "-"): \(found) not \(expected)")
      return
    }
    #expect(answered > 4_000)
  }
}
