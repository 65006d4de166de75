import TakedownModel

/// Words of a sentence that narrow or turn what it says, and for which a claim has no part.
///
/// A sentence that has one is not checked: without the word it would say something else, and agree or
/// not for the wrong reason.
struct NarrowingWords {
  private let platforms: [Platform]
  private let measure: String

  /// - Parameters:
  ///   - platforms: those that have a name.
  ///   - measure: what is said to be counted, apart from the sentence.
  init(platforms: [Platform], measure: String) {
    self.platforms = platforms
    self.measure = measure
  }

  /// What stands in the way, and what to do; nil where nothing does.
  func problem(in text: String) -> String? {
    let parts = text.split(whereSeparator: \.isWhitespace)
      .map { $0.trimmingPrefix { !$0.isLetter && !$0.isNumber } }
    for (one, next) in zip(parts, parts.dropFirst()) where Self.isGrouped(one, next) {
      return "'\(one) \(next)' reads as two numbers; write a number with commas, such as 18,000"
    }
    let words = Self.words(of: text)
    let lower = words.map { $0.lowercased() }
    if let word = lower.first(where: Self.isNegation) {
      return
        "the sentence says '\(word)', and what is denied cannot be checked; say what was claimed"
    }
    for (word, noun) in zip(lower, lower.dropFirst())
    where Self.otherNouns.contains(noun) && word.contains(where: \.isNumber) {
      return "the sentence counts \(noun), and a claim is about accounts, pages, posts, groups, "
        + "channels or adverts; 'takedowns explain figure' shows other figures"
    }
    if measure == "taken-down", lower.contains("refused") {
      return "the sentence says 'refused'; say that it is about that with --measure refused"
    }
    for platform in platforms where Self.names(platform, words, lower) {
      return "the sentence names \(platform.name), and a claim is checked over all platforms; see "
        + "'takedowns explain figure accounts:all:\(platform.id):to-date'"
    }
    return nil
  }

  /// Who a sentence says acted, where a name stands before such a verb or after `by`; nil where none
  /// does.
  static func actor(in text: String) -> String? {
    let words = words(of: text)
    for (one, next) in zip(words, words.dropFirst()) {
      if one.lowercased() == "by", isName(next) { return next }
      if actingVerbs.contains(next.lowercased()), isName(one) { return one }
    }
    return nil
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.map(String.init)
  }

  private static func isName(_ word: String) -> Bool {
    word.first?.isUppercase == true && !noActors.contains(word.lowercased())
      && !CalendarDate.monthNames.contains { $0.lowercased() == word.lowercased() }
  }

  private static let actingVerbs: Set = [
    "took", "takes", "has", "have", "shut", "removed", "closed", "deleted", "suspended", "disabled",
  ]

  /// What begins a sentence and is nobody's name.
  private static let noActors: Set = [
    "we", "it", "they", "that", "this", "these", "those", "who", "which", "the", "accounts",
    "pages",
    "posts", "groups", "channels", "adverts", "agencies", "police", "officers", "in", "since",
    "all",
  ]

  /// What may follow a number and is no unit of a claim.
  private static let otherNouns: Set = [
    "takedowns", "removals", "referrals", "refusals", "requests", "records", "reinstatements",
  ]

  private static func isNegation(_ word: String) -> Bool {
    ["not", "never", "no"].contains(word) || word.hasSuffix("n't") || word.hasSuffix("n’t")
  }

  /// Whether two words are one number that is grouped by a space.
  private static func isGrouped(_ one: Substring, _ next: Substring) -> Bool {
    (1...3).contains(one.count) && one.allSatisfy(\.isNumber)
      && next.prefix { $0.isNumber }.count == 3
  }

  /// Whether words have a spelling of a platform: a short or ordinary one as it is written, a longer
  /// one in any case.
  private static func names(_ platform: Platform, _ words: [String], _ lower: [String]) -> Bool {
    ([platform.id, platform.name] + platform.aliases).contains { spelling in
      let parts = spelling.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      guard !parts.isEmpty else { return false }
      let isDistinct = spelling.count >= 6 && !ordinary.contains(spelling.lowercased())
      if isDistinct { return lower.contains(parts.map { $0.lowercased() }) }
      return spelling == platform.name && words.contains(parts)
    }
  }

  /// Names of platforms that are words of their own.
  private static let ordinary: Set = ["signal", "threads", "messenger", "discord"]
}
