import Bytes
import Foundation
import TakedownModel

@testable import Normalization

/// A seeded stream of account texts, most of them near to a plain shape.
struct AccountSpellings {
  private var random: Random
  private let register: PlatformRegister
  private let words: [String]
  private let hosts: [String]
  /// By platform.
  private let rules: [PlatformRules?]
  private let common = ["facebook", "instagram", "tiktok", "x", "youtube", "telegram", "whatsapp"]

  init(seed: UInt64, register: PlatformRegister) {
    random = Random(state: seed)
    self.register = register
    let general = AccountRules(register: register)
    rules = general.rules
    words =
      (AccountText.placeholders.union(general.platformNames)
      .union(rules.compactMap { $0?.reserved }.joined())).sorted()
    hosts =
      register.platforms.flatMap(\.hosts) + ["dropbox.com", "example.com", "chat.whatsapp.com"]
  }

  /// How many texts to make: so many, unless `TAKEDOWNS_SPELLINGS` says how many.
  static func count(_ usual: Int) -> Int {
    ProcessInfo.processInfo.environment["TAKEDOWNS_SPELLINGS"].flatMap { Int($0) } ?? usual
  }

  /// The next text and the platform column's platform.
  mutating func next() -> (text: String, platform: Int?) {
    let platform =
      switch random.below(8) {
      case 0: nil as Int?
      case 1...4: register.index(ofID: pick(common))
      default: random.below(register.platforms.count)
      }
    var text =
      switch random.below(8) {
      case 0: phone()
      case 1...2: loose(platform)
      case 3...5: shaped(random.below(3) > 0 ? platform : nil)
      default:
        pick([
          "", "", "", "", "", "", "@", "@", "+", "-", "'", "=\"", " ", "@@", "telegram:", "00",
        ]) + segment()
      }
    if random.below(3) == 0 {
      text += pick([
        "", "", "/", "//", "?a=b", "/?a", "&x=1", "#f", "?id=12", "?u=a:b", "/posts/1", "/1", " ",
        "\"", ".", "%41", "/status/12", ".0", ".com", ".me", "#!/a", "-100089602000001",
      ])
    }
    if random.below(12) == 0 { text = mutated(text) }
    return (text, platform)
  }

  /// A host of the platform or of another, and the beginning of a path.
  private mutating func loose(_ platform: Int?) -> String {
    let own = platform.map { register.platforms[$0].hosts } ?? []
    return origin(random.below(3) > 0 && !own.isEmpty ? pick(own) : pick(hosts))
      + pick([
        "/", "/", "/", "/", "//", "", "/@", "/@", "?", ":443/", "/profile.php?id=",
        "/channel/", "/groups/", "/s/", "/add/", "/#", "/+", "/id",
      ]) + segment()
  }

  private mutating func origin(_ host: String) -> String {
    let text =
      pick(["", "", "https://", "https://", "http://", "HTTPS://", "hxxps://", "//"])
      + pick([
        "", "", "", "www.", "www.", "m.", "WWW.", "mobile.", "l.", "fr-fr.", "mbasic.", "www.m.",
        "api.", "chat.", "-.", "a..", "name_1.", "help.", "en.support.", "about.", "studio.",
      ]) + host
    return random.below(8) == 0 ? text.uppercased() : text
  }

  /// An address of a form that the platform has, with or without a host, now and then one segment
  /// short or with one too many.
  private mutating func shaped(_ platform: Int?) -> String {
    let index = platform ?? random.below(rules.count)
    guard let rules = rules[index], !rules.shapes.isEmpty else { return segment() }
    let shape = rules.shapes[random.below(rules.shapes.count)]
    var segments: [String] = []
    for part in shape.parts {
      switch part {
      case .any: segments.append(segment())
      case .language: segments.append(pick(["en", "pt-BR", "e", "a1", "EN", "zh_cn", "en-us1"]))
      case .literal(let literal):
        segments.append(random.below(12) == 0 ? literal.uppercased() : literal)
      case .capture(let prefix, let capture, let endsAtUnderscore):
        segments.append(
          prefix + captured(capture) + (endsAtUnderscore ? pick(["_1", "_", ""]) : ""))
      }
    }
    if random.below(8) == 0 { segments = segments.dropLast() }
    if random.below(8) == 0 { segments.append(segment()) }
    var text = ""
    if shape.host != nil || random.below(4) > 0 {
      text = origin(shape.host ?? pick(register.platforms[index].hosts)) + "/"
    }
    text += segments.joined(separator: random.below(12) == 0 ? "//" : "/")
    if let query = shape.query {
      text +=
        pick(["?", "?", "?a=1&", "?&"]) + query.name + pick(["=", "=", "=", "", "=%34"])
        + captured(query.capture ?? .kind(.id))
    }
    return text
  }

  private mutating func captured(_ capture: AddressShape.Capture) -> String {
    if random.below(4) == 0 { return segment() }
    switch capture {
    case .number: return pick(["", "+", "00"]) + characters("0123456789", 6 + random.below(9))
    case .tail: return segment() + "-" + characters("0123456789", 7 + random.below(9))
    case .next, .rest: return pick(["/", "https://", ""]) + segment()
    case .kind(.user): return pick(["", "@"]) + segment()
    case .kind(.id), .kind(.group): return characters("0123456789", 1 + random.below(24))
    case .kind(.channel):
      return pick(["UC", "UC", ""]) + characters("abcXYZ019_-", 20 + random.below(4))
    case .kind: return characters("abcdXYZ0123456789_-e", 3 + random.below(22))
    }
  }

  private mutating func phone() -> String {
    var text = pick(["+", "+", "+", "00", "", "tel:+", "+ ", "(+"])
    text += pick(["44", "355", "1", "46", "33", "84", "0"])
    text += pick(["", "", " ", "-", " (0)", "(0)", " 0", "("])
    for _ in 0..<2 + random.below(3) {
      text += characters("0123456789", 2 + random.below(3))
      text += pick(["", " ", "-", ") ", ".", "/", "\u{A0}"])
    }
    return text
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
      "İ", "٣", "{", ";", "-", "_", "\u{430}", "\u{FF41}", "&", "0", "\\", "*",
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
