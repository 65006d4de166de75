package import TakedownModel

extension SpellingRegister<Action> {
  /// The words that agencies use for what became of an account, in English.
  package static var builtIn: SpellingRegister<Action> {
    var register = SpellingRegister()
    for action in Action.allCases { register.add(action, spellings: [action.rawValue]) }
    register.add(
      .takenDown,
      spellings: [
        "taken down", "takedown", "removed", "removal", "suspended", "disabled", "closed",
        "terminated", "deleted", "banned", "deactivated", "blocked",
      ])
    register.add(.restricted, spellings: ["limited", "geo-blocked", "age-restricted", "demoted"])
    register.add(
      .refused, spellings: ["declined", "rejected", "not removed", "no violation", "no action"])
    register.add(.pending, spellings: ["open", "awaiting", "awaiting response", "in review"])
    register.add(.referred, spellings: ["referral", "reported", "flagged", "submitted"])
    register.add(.reinstated, spellings: ["restored", "reactivated", "reopened", "unsuspended"])
    return register
  }
}

extension SpellingRegister<UnitOfCount> {
  /// The words that agencies use for what was acted on, in English.
  package static var builtIn: SpellingRegister<UnitOfCount> {
    var register = SpellingRegister()
    for unit in UnitOfCount.allCases {
      register.add(unit, spellings: [unit.rawValue, unit.rawValue + "s"])
    }
    register.add(.account, spellings: ["profile", "user", "user account"])
    register.add(.page, spellings: ["fan page", "business page"])
    register.add(.post, spellings: ["video", "story", "reel", "tweet", "message", "content"])
    register.add(.advert, spellings: ["ad", "advertisement", "ads"])
    return register
  }
}

extension SpellingRegister<String> {
  /// Categories of adverts, in English.
  package static var builtInCategories: SpellingRegister<String> {
    var register = SpellingRegister()
    let entries: [(String, [String])] = [
      ("small-boat", ["small boat", "boat", "dinghy", "sea crossing", "channel crossing"]),
      ("lorry", ["lorry", "truck", "hgv"]),
      ("flight", ["flight", "plane", "air"]),
      (
        "document",
        ["document", "documents", "forged documents", "false documents", "visa", "passport"]
      ),
      ("sham-marriage", ["sham marriage", "marriage"]),
      ("other", ["other"]),
    ]
    register.add(RegisteredWords.noEquivalent, spellings: [RegisteredWords.noEquivalent])
    for (id, spellings) in entries { register.add(id, spellings: [id] + spellings) }
    return register
  }
}

extension Agency {
  /// Agencies that the product knows without being told.
  package static let builtIn = [
    Agency(
      id: "uk-nca", name: "National Crime Agency", country: "GB", aliases: ["NCA"],
      nameInSentence: "the National Crime Agency"),
    Agency(
      id: "us-hsi", name: "Homeland Security Investigations", country: "US", aliases: ["HSI"]),
    Agency(
      id: "al-asp", name: "Albanian State Police", country: "AL", aliases: ["ASP"],
      nameInSentence: "the Albanian State Police"),
    Agency(
      id: "se-police", name: "Swedish Police Authority", country: "SE",
      nameInSentence: "the Swedish Police Authority"),
    Agency(
      id: "tn-mi", name: "Tunisian Ministry of the Interior", country: "TN",
      nameInSentence: "the Tunisian Ministry of the Interior"),
    Agency(
      id: "vn-mps", name: "Vietnamese Ministry of Public Security", country: "VN",
      aliases: ["MPS"], nameInSentence: "the Vietnamese Ministry of Public Security"),
    Agency(id: "europol-emsc", name: "Europol's European Migrant Smuggling Centre", country: ""),
  ]
}
