extension HandleGrammar {
  /// Ids that are numbers.
  static let number = HandleGrammar.digits(1...30)

  /// Codes in invitation links, whose case counts.
  static let code = HandleGrammar("_-", 4...64, ignoresCase: false)

  /// The user names of Facebook and Messenger: full stops are ignored, and names of old pages hold
  /// hyphens and underscores.
  static let facebookName = HandleGrammar("_-", 3...80, ignoring: ".")

  /// The user names of Instagram and Threads.
  static let instagramName = HandleGrammar(
    "._", 1...30, notFirst: ".", notLast: ".", notTwice: ".")
}
