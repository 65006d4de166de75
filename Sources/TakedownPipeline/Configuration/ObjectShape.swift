import Tabular

/// The keys of an object of the configuration and what ties them together.
struct ObjectShape: Sendable {
  /// In the order in which they are written with defaults filled in.
  let members: [Member]
  let rules: [Rule]
  /// The key that names a preset, from which all but `own` may come; nil where there is none.
  let preset: String?
  /// The keys that no preset gives.
  private let own: [String]

  init(_ members: [Member], rules: [Rule] = [], preset: String? = nil, own: [String] = []) {
    self.members = members
    self.rules = rules
    self.preset = preset
    self.own = own
  }

  /// Whether a preset may give the key.
  func isInPreset(_ key: String) -> Bool {
    preset != nil && !own.contains(key)
  }

  /// One key.
  struct Member: Sendable {
    let name: String
    /// What the key means, as the JSON Schema tells it.
    let description: String
    let isRequired: Bool
    /// What an absent key stands for; nil where absence has its own meaning.
    let defaultValue: JSONValue?
    let condition: Condition?
    let schema: ConfigurationSchema

    init(
      _ name: String, _ schema: ConfigurationSchema, required: Bool = false,
      default defaultValue: JSONValue? = nil, condition: Condition? = nil, _ description: String
    ) {
      self.name = name
      self.description = description
      isRequired = required
      self.defaultValue = defaultValue
      self.condition = condition
      self.schema = schema
    }
  }

  /// A key that depends on the word under another key of the same object.
  struct Condition: Sendable {
    /// The other key.
    let key: String
    /// The words under which the key may stand; its default counts only there.
    let allowed: [String]
    /// The words under which the key must stand.
    let required: [String]

    init(_ key: String, allowed: [String], required: [String] = []) {
      self.key = key
      self.allowed = allowed
      self.required = required
    }
  }

  /// What must hold between keys, each given as its path from this object.
  indirect enum Rule: Sendable {
    case atLeastOne([[String]])
    case notBoth([String], [String])
    /// The key may not be there, with the reason to follow "but".
    case absent([String], String)
    /// The rule holds where a key has a word, or is absent and the word is its default.
    case when(key: String, is: String, isDefault: Bool, Rule)

    /// Whether an object that says nothing breaks the rule.
    var asksForSomething: Bool {
      switch self {
      case .atLeastOne: true
      case .notBoth, .absent: false
      case .when(_, _, _, let rule): rule.asksForSomething
      }
    }
  }

  /// The member with a name.
  func member(_ name: String) -> Member? {
    members.first { $0.name == name }
  }
}
