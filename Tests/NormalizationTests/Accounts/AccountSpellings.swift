import Bytes
import TakedownModel

@testable import Normalization

/// A seeded stream of account texts, most of them near to a plain shape.
struct AccountSpellings {
  private var random: Random
  private let register: PlatformRegister
  private let words: [String]
  private let hosts: [String]
  private let common = ["facebook", "instagram", "tiktok", "x", "youtube", "telegram", "whatsapp"]

  init(seed: UInt64, register: PlatformRegister) {
    random = Random(state: seed)
    self.register = register
    let rules = AccountRules(register: register)
    words =
      (AccountText.placeholders.union(rules.platformNames)
      .union(rules.rules.compactMap { $0?.reserved }.joined())).sorted()
    hosts =
      register.platforms.flatMap(\.hosts) + ["dropbox.com", "example.com", "chat.whatsapp.com"]
  }

  /// The next text and the platform column's platform.
  mutating func next() -> (text: String, platform: Int?) {
    let platform =
      switch random.below(8) {
      case 0: nil as Int?
      case 1...4: register.index(ofID: pick(common))
      default: random.below(register.platforms.count)
      }
    var text = ""
    if random.below(2) == 0 {
      text = pick(["", "", "https://", "https://", "http://", "HTTPS://", "hxxps://", "//"])
      text += pick(["", "", "", "www.", "www.", "m.", "WWW.", "mobile.", "l."])
      let own = platform.map { register.platforms[$0].hosts } ?? []
      text += random.below(3) > 0 && !own.isEmpty ? pick(own) : pick(hosts)
      text += pick([
        "/", "/", "/", "/", "//", "", "/@", "/@", "?", ":443/", "/profile.php?id=",
        "/channel/", "/groups/", "/s/", "/add/", "/#",
      ])
    } else {
      text = pick([
        "", "", "", "", "", "", "@", "@", "+", "-", "'", "=\"", " ", "@@", "telegram:", "00",
      ])
    }
    text += segment()
    if random.below(3) > 0 { return (text, platform) }
    text += pick([
      "", "", "/", "?a=b", "/?a", "&x=1", "#f", "/posts/1", "/1", " ", "\"", ".",
      "%41", "/status/12", ".0", ".com", ".me",
    ])
    if random.below(12) == 0 { text = mutated(text) }
    return (text, platform)
  }

  private mutating func segment() -> String {
    switch random.below(10) {
    case 0: return pick(words)
    case 1: return characters("0123456789", 1 + random.below(22))
    case 2:
      return characters("12345", 1) + "." + characters("0123456789e", 1 + random.below(6))
        + pick(["", "E+14", "e5", ".0"])
    case 3: return "UC" + characters("abcXYZ019_-", 20 + random.below(4))
    case 4...7:
      return characters("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789_", 4 + random.below(10))
    default:
      return characters("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789._-", 1 + random.below(18))
    }
  }

  private mutating func characters(_ alphabet: String, _ count: Int) -> String {
    let alphabet = Array(alphabet.utf8)
    var text: [UInt8] = []
    for _ in 0..<count { text.append(alphabet[random.below(alphabet.count)]) }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func mutated(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    let strange: [Unicode.Scalar] = [
      "\u{200E}", "\u{E9}", " ", "\t", "\0", "\u{E}", "\u{10}", "\u{60}", "%", "[", "@", ":", ".",
      "İ", "٣",
    ]
    scalars.insert(strange[random.below(strange.count)], at: random.below(scalars.count + 1))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func pick(_ choices: [String]) -> String {
    choices[random.below(choices.count)]
  }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ z >> 31) % UInt64(bound))
    }
  }
}
