import Tabular

/// What a configuration may hold, as data.
///
/// One description serves three ends: finding what is wrong (`faults`), filling in what is not said
/// (`fillingDefaults`), and telling editors (`jsonSchema`).
indirect enum ConfigurationSchema: Sendable {
  /// Known keys, any other being an error.
  case object(ObjectShape)
  /// Free keys under a rule, all with the same kind of value.
  case map(keys: TextRule, of: ConfigurationSchema)
  /// A list; with `uniqueKey`, no two elements may have the same value there.
  case list(of: ConfigurationSchema, uniqueKey: String? = nil)
  case text(TextRule)
  /// One text, or a list of at least so many.
  case oneOrMore(TextRule, minimum: Int)
  /// A whole number, also at most the maximum where there is one.
  case integer(minimum: Int, maximum: Int? = nil)
  /// A list of two whole numbers, the second not the smaller one.
  case range(ClosedRange<Int>)
  case boolean
  /// The version of the file's form, from 1 to the highest that is understood.
  case version(highest: Int)
  /// The same or null.
  case nullable(ConfigurationSchema)

  /// What is wanted, to follow "expected" in a message.
  var expectation: String {
    switch self {
    case .object, .map: "an object"
    case .list: "a list"
    case .text(let rule): rule.expectation
    case .oneOrMore(let rule, _): "\(rule.expectation), or a list of such"
    case .integer(let minimum, let maximum?): "a whole number from \(minimum) to \(maximum)"
    case .integer(let minimum, nil): "a whole number of at least \(minimum)"
    case .range(let bounds):
      "two whole numbers from \(bounds.lowerBound) to \(bounds.upperBound), the smaller one first"
    case .boolean: "true or false"
    case .version(let highest): highest == 1 ? "1" : "a whole number from 1 to \(highest)"
    case .nullable(let schema): "\(schema.expectation), or null"
    }
  }
}
