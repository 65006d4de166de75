import TakedownModel
import Testing

@testable import Normalization

struct AccountRulesTests {
  private let register = AccountVector.register
  private let rules = AccountVector.rules

  @Test(arguments: AccountVector.meta + AccountVector.others)
  func `a spelling names the account that it should`(vector: AccountVector) throws {
    let platform = try platform(of: vector)
    let resolution = rules.resolve(vector.text, platform: platform, country: vector.country)
    #expect(AccountVector.describe(resolution) == vector.expected)
  }

  @Test(arguments: AccountVector.meta + AccountVector.others)
  func `an account read again is the same account`(vector: AccountVector) throws {
    let first = rules.resolve(
      vector.text, platform: try platform(of: vector), country: vector.country)
    guard let kind = first.kind else { return }
    if let platform = first.platform {
      let id = register.platforms[platform].id
      let again = rules.resolve("\(id):\(kind.rawValue):\(first.account)", platform: platform)
      #expect([again.kind?.rawValue, again.account] == [kind.rawValue, first.account])
    }
    // A bare text says nothing of these kinds, or stands for no account.
    guard kind != .group, kind != .channel, kind != .invite, first.account != "unknown" else {
      return
    }
    let again = rules.resolve(first.account, platform: first.platform)
    #expect(again.kind == kind)
    #expect(again.account == first.account)
    #expect(again.platform == first.platform)
  }

  @Test
  func `a made-up account read again is the same account`() {
    var spellings = AccountSpellings(seed: 5, register: register)
    var read = 0
    for _ in 0..<10_000 {
      let (text, given) = spellings.next()
      let first = rules.resolve(text, platform: given)
      #expect((first.kind == nil) == first.account.isEmpty)
      #expect((first.kind == nil) == (first.problem != nil))
      guard let kind = first.kind, let platform = first.platform else { continue }
      read += 1
      let id = register.platforms[platform].id
      let again = rules.resolve("\(id):\(kind.rawValue):\(first.account)", platform: platform)
      guard again.kind != kind || again.account != first.account else { continue }
      Issue.record("\(text) is \(first), then \(again)")
      return
    }
    #expect(read > 2_000)
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
  func `a link wrapped in itself over and over names no account`() {
    var url = "https://t.me/sample_kanal"
    for _ in 0..<10 { url = "https://l.facebook.com/l.php?u=" + url }
    #expect(rules.resolve(url, platform: nil).problem == .noAccount)
  }

  private func platform(of vector: AccountVector) throws -> Int? {
    if vector.given == "-" { return nil }
    let index: Int = try #require(register.index(ofID: vector.given))
    return index
  }
}
