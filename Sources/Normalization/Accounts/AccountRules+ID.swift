import TakedownModel

extension AccountRules {
  /// The account that a text in a column of the platform's own ids names.
  ///
  /// Where the platform has rules, that is a number, or any name that these know as no user's (a
  /// channel's `UC…`); on another platform it is the text, whose case counts. Hosts of other
  /// platforms do not win here.
  ///
  /// - Returns: The account, or why there is none.
  func resolveID(_ text: String, platform: Int?) -> AccountResolution {
    var trace = AccountTrace(isRecording: false)
    let cleaned = AccountText.cleaned(text, &trace)
    let none = AccountResolution(platform: platform, problem: .noAccount)
    guard !AccountText.isPlaceholder(cleaned.caseFolded) else { return none }
    if AccountText.isScientific(cleaned[...]) {
      return AccountResolution(platform: platform, problem: .damagedID)
    }
    guard let platform, let rules = rules[platform] else {
      return AccountResolution(platform: platform, kind: .id, account: cleaned.composed)
    }
    if let id = rules.canonical(cleaned[...], .id) {
      return AccountResolution(platform: platform, kind: .id, account: id)
    }
    let other = resolve(cleaned, platform: platform)
    guard other.platform == platform, other.kind != .user, other.kind != .url else { return none }
    return other
  }
}
