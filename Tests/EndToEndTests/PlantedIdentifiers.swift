import Foundation
import TestSupport

/// Account identifiers that occur nowhere else, in many spellings, on every platform.
struct PlantedIdentifiers {
  /// An identifier as a log has it.
  struct Planted {
    let platform: String
    let spelling: String
    /// The part that no other text has, as it is found in any spelling of the account.
    let core: String
  }

  let all: [Planted]

  init(count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    all = (0..<count).map { Self.make($0, &random) }
  }

  /// What a search has to find: every spelling, and every core.
  var needles: [String] {
    Array(Set(all.flatMap { [$0.spelling, $0.core] })).sorted()
  }

  private static let named: [(platform: String, url: String)] = [
    ("Facebook", "https://www.facebook.com/"), ("Instagram", "instagram.com/"),
    ("Threads", "https://www.threads.net/@"), ("TikTok", "https://www.tiktok.com/@"),
    ("X", "https://twitter.com/"), ("YouTube", "https://www.youtube.com/@"),
    ("Telegram", "https://t.me/"), ("Snapchat", "https://www.snapchat.com/add/"),
    ("Reddit", "https://www.reddit.com/user/"), ("VK", "https://vk.com/"),
    ("OK", "https://ok.ru/"), ("LinkedIn", "https://www.linkedin.com/in/"),
    ("Pinterest", "https://www.pinterest.com/"), ("Bluesky", "https://bsky.app/profile/"),
    ("Mastodon", "https://mastodon.social/@"), ("Twitch", "https://www.twitch.tv/"),
    ("Tumblr", "https://tumblr.com/"), ("Discord", "https://discord.gg/"),
    ("Messenger", "https://m.me/"), ("Kik", "https://kik.me/"), ("Some Forum", "forum.example/u/"),
  ]
  private static let phones = ["WhatsApp", "Signal", "Viber", "Zalo", "imo"]

  private static func make(_ number: Int, _ random: inout SeededGenerator) -> Planted {
    if number % 5 == 4 {
      let platform = phones[number / 5 % phones.count]
      let digits =
        "7911" + (0..<6).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let spellings = [
        "+44" + digits, "0044 \(digits.prefix(4)) \(digits.suffix(6))", "https://wa.me/44\(digits)",
        "(+44) \(digits.prefix(4))-\(digits.suffix(6))",
      ]
      return Planted(
        platform: platform, spelling: spellings[number / 25 % spellings.count], core: "44" + digits)
    }
    if number % 10 == 8 {
      let digits =
        "1000" + (0..<11).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      let url = "https://m.facebook.com/profile.php?id="
      return Planted(
        platform: "Facebook", spelling: number % 20 == 8 ? digits : url + digits, core: digits)
    }
    let (platform, url) = named[number % named.count]
    let letters = Array("bcdfghjklmnpqrstvwxz")
    let name =
      "q"
      + (0..<12).map { _ in
        String(letters[Int.random(in: 0..<letters.count, using: &random)])
      }.joined()
    // The first letter may be written as an escape, so the rest is what all spellings share.
    let core = String(name.dropFirst())
    let spellings = [
      "@" + name, name, url + name, url.uppercased() + name.uppercased(), url + "%71" + core,
      "hxxps://" + url.replacing("https://", with: "").replacing(".", with: "[.]") + name,
      "\u{200e}\(name.uppercased()) ",
      "https://l.facebook.com/l.php?u="
        + (url.hasPrefix("http") ? url : "https://" + url)
        .replacing(":", with: "%3A").replacing("/", with: "%2F") + name,
    ]
    return Planted(
      platform: platform, spelling: spellings[number / named.count % spellings.count], core: core)
  }
}
