import Tabular

/// The keys of an object of the configuration and what ties them together.
struct ObjectShape: Sendable {
  /// In the order in which they are written with defaults filled in.
  let members: [Member]
  let rules: [Rule]

  init(_ members: [Member], rules: [Rule] = []) {
    self.members = members
    self.rules = rules
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
  enum Rule: Sendable {
    case atLeastOne([[String]])
    case notBoth([String], [String])
  }

  /// The member with a name.
  func member(_ name: String) -> Member? {
    members.first { $0.name == name }
  }
}
