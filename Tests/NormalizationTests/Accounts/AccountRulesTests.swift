import TakedownModel
import Testing

@testable import Normalization

struct AccountRulesTests {
  private let register = AccountVector.register
  private let rules = AccountVector.rules

  @Test(arguments: AccountVector.all)
  func `a spelling names the account that it should`(vector: AccountVector) {
    #expect(vector.given.isEmpty == (vector.platform == nil))
    let resolution = rules.resolve(
      vector.text, platform: vector.platform, country: vector.country)
    #expect(AccountVector.describe(resolution) == vector.expected)
  }

  @Test
  func `every platform has fifteen vectors, good and bad`() {
    #expect(AccountVector.all.count >= 400)
    for id in [
      "facebook", "instagram", "threads", "tiktok", "x", "youtube", "telegram", "whatsapp",
      "snapchat", "messenger", "reddit", "vk", "ok", "zalo", "viber", "discord", "linkedin",
      "pinterest", "bluesky", "mastodon",
    ] {
      let own = AccountVector.all.filter { $0.given == id }
      let bad = own.filter { $0.expected.contains("no-account") }
      #expect(own.count >= 15 && bad.count >= 3 && own.count - bad.count >= 3, "\(id)")
    }
  }

  /// Why an account that is read again is not itself; nil where it is.
  private func drift(_ first: AccountResolution) -> String? {
    guard let kind = first.kind else { return nil }
    if let platform = first.platform {
      let id = register.platforms[platform].id
      let text = "\(id):\(kind.rawValue):\(first.account)"
      let again = rules.resolve(text, platform: platform)
      if again.kind != kind || again.account != first.account { return "\(text) is \(again)" }
    }
    // A bare text says nothing of these kinds, or stands for no account.
    let idLengths = first.platform.flatMap { register.rules[$0]?.idLengths }
    if kind == .id, idLengths?.contains(first.account.utf8.count) != true { return nil }
    if kind == .group || kind == .channel || kind == .invite { return nil }
    if AccountText.isPlaceholder(first.account) || rules.platformNames.contains(first.account) {
      return nil
    }
    // So does a name that has the form of something else, unless `@` says what it is.
    if kind == .user,
      rules.resolve("@" + first.account, platform: first.platform).account == first.account
    {
      return nil
    }
    let again = rules.resolve(first.account, platform: first.platform)
    guard again.kind != kind || again.account != first.account || again.platform != first.platform
    else { return nil }
    return "\(first.account) is \(again)"
  }

  @Test(arguments: AccountVector.all)
  func `an account read again is the same account`(vector: AccountVector) {
    let first = rules.resolve(vector.text, platform: vector.platform, country: vector.country)
    #expect(drift(first) == nil)
  }

  @Test
  func `a made-up account read again is the same account`() {
    var spellings = AccountSpellings(seed: 5, register: register)
    var read = 0
    for _ in 0..<AccountSpellings.count(50_000) {
      let (text, given) = spellings.next()
      let first = rules.resolve(text, platform: given)
      #expect((first.kind == nil) == first.account.isEmpty)
      #expect((first.kind == nil) == (first.problem != nil))
      guard first.kind != nil else { continue }
      read += 1
      guard let drift = drift(first) else { continue }
      Issue.record("\(text) is \(first), then \(drift)")
      return
    }
    #expect(read > 10_000)
  }

  @Test
  func `a channel and a user of Telegram with one number are two accounts`() {
    let telegram = register.index(ofID: "telegram")
    let channel = rules.resolve("-1002128475717", platform: telegram)
    let user = rules.resolve("2128475717", platform: telegram)
    #expect(channel.account == user.account)
    #expect(channel.kind != user.kind)
  }

  @Test
  func `the three name spaces of YouTube are never joined`() {
    let youtube = register.index(ofID: "youtube")
    let accounts = ["@Sample", "c/Sample", "user/Sample"].map {
      rules.resolve("https://www.youtube.com/" + $0, platform: youtube).account
    }
    #expect(accounts == ["sample", "c/sample", "user/sample"])
  }

  @Test
  func `a link wrapped in itself over and over names no account`() {
    var url = "https://t.me/sample_kanal"
    for _ in 0..<10 { url = "https://l.facebook.com/l.php?u=" + url }
    #expect(rules.resolve(url, platform: nil).problem == .noAccount)
  }

  @Test
  func `a look-alike says what it looks like`() {
    let resolution = rules.resolve("https://f\u{430}cebook.com/sample", platform: nil)
    #expect(resolution.looksLike == "facebook.com")
    #expect(resolution.account == "xn--fcebook-2fg.com/sample")
    #expect(rules.resolve("\u{441}\u{430}\u{445}\u{430}\u{440}x", platform: nil).looksLike != "")
    #expect(rules.resolve("قناة", platform: nil).looksLike == "")
    #expect(rules.resolve("école", platform: nil).looksLike == "")
  }

  @Test
  func `a trace says each rule as it applied`() {
    let facebook = register.index(ofID: "facebook")
    let (resolution, trace) = rules.trace(
      " hxxps://l.facebook[.]com/l.php?u=https%3A%2F%2Ft.me%2FSample_Kanal ", platform: facebook)
    #expect(AccountVector.describe(resolution) == "telegram user sample_kanal !")
    #expect(
      trace.steps.map(\.rule) == [
        "trimmed", "refanged", "host", "wrapper", "host", "form", "name", "conflict", "account",
      ])
    #expect(
      trace.steps[6].words
        == "'Sample_Kanal' is written 'sample_kanal'; case makes no difference there")
    #expect(trace.steps.last?.words == "telegram:user:sample_kanal")
    #expect(resolution == rules.resolve("https://t.me/sample_kanal", platform: facebook))
  }

  @Test(arguments: AccountVector.all)
  func `a trace ends with what was found`(vector: AccountVector) {
    let (resolution, trace) = rules.trace(
      vector.text, platform: vector.platform, country: vector.country)
    #expect(
      resolution
        == rules.resolve(vector.text, platform: vector.platform, country: vector.country))
    #expect(trace.steps.last?.rule == (resolution.problem?.rawValue ?? "account"))
  }
}
