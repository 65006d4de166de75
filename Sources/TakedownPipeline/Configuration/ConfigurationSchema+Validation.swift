import TakedownModel
import Tabular

extension ConfigurationSchema {
  /// Everything that is wrong with a value, in the order of the file; empty when nothing is.
  ///
  /// What an object lacks follows what it has.
  func faults(in value: JSONValue, at path: ConfigurationPath = .root) -> [ConfigurationFault] {
    switch (self, value) {
    case (.object(let shape), .object(let members)):
      return shape.faults(in: members, at: path)
    case (.map(let keys, let schema), .object(let members)):
      return members.flatMap { member in
        keys.accepts(member.key)
          ? schema.faults(in: member.value, at: path.appending(member.key))
          : [Self.unknownKey(member.key, keys, at: path)]
      }
    case (.list(let schema, let uniqueKey), .array(let elements)):
      let inside = elements.enumerated().flatMap { index, element in
        schema.faults(in: element, at: path.appending(index))
      }
      return inside + Self.repeatedValues(elements, of: uniqueKey, at: path)
    case (.text(let rule), .string(let text)), (.oneOrMore(let rule, _), .string(let text)):
      return rule.accepts(text) ? [] : [Self.refused(text, rule, at: path)]
    case (.oneOrMore(let rule, let minimum), .array(let elements)):
      guard elements.count >= minimum else {
        return [
          ConfigurationFault(
            path: path,
            message: "found an empty list, expected \(expectation); leave it out or fill it")
        ]
      }
      return elements.enumerated().flatMap { index, element in
        ConfigurationSchema.text(rule).faults(in: element, at: path.appending(index))
      }
    case (.integer(let minimum, let maximum), .number):
      if let number = value.integer, number >= minimum, number <= maximum ?? number { return [] }
    case (.range(let bounds), .array(let elements)):
      let numbers = elements.compactMap(\.integer)
      if elements.count == 2, numbers.count == 2, numbers[0] <= numbers[1],
        bounds.contains(numbers[0]), bounds.contains(numbers[1])
      {
        return []
      }
      let texts = elements.map { $0.integer.map(String.init) ?? $0.summary }
      return [
        ConfigurationFault(
          path: path,
          message: "found [\(texts.joined(separator: ", "))], expected \(expectation)")
      ]
    case (.version(let highest), .number):
      guard let version = value.integer, version >= 1 else { break }
      if version <= highest { return [] }
      return [
        ConfigurationFault(
          path: path,
          message: "found version \(version), but the highest that this program supports is "
            + "\(highest); use a newer program or write the file as version \(highest)")
      ]
    case (.boolean, .bool), (.nullable, .null):
      return []
    case (.nullable(let schema), _):
      return schema.faults(in: value, at: path)
    default: break
    }
    return [
      ConfigurationFault(
        path: path, message: "found \(value.summary), expected \(expectation)\(cure(for: value))")
    ]
  }

  /// What to do about a value of the wrong kind, where that is plain; else empty.
  private func cure(for value: JSONValue) -> String {
    switch (self, value) {
    case (_, .null): "; leave the key out or give it a value"
    case (.boolean, .string("true")), (.boolean, .string("false")): "; take the quotes away"
    case (.integer, .string(let text)) where Int(text) != nil: "; take the quotes away"
    case (.version, .string(let text)) where Int(text) != nil: "; take the quotes away"
    case (.text, .number), (.text, .bool), (.oneOrMore, .number), (.oneOrMore, .bool):
      "; put it in double quotes"
    case (.list, _): "; put it in square brackets"
    case (.range, .number(let digits)): "; write [\(digits), \(digits)] for that number alone"
    default: ""
    }
  }

  private static func refused(
    _ text: String, _ rule: TextRule, at path: ConfigurationPath
  )
    -> ConfigurationFault
  {
    var message = "found \(quoted(text)), expected \(rule.expectation)"
    if case .choice(let words) = rule, let near = nearest(text, in: words) {
      message += "; did you mean '\(near)'?"
    }
    return ConfigurationFault(path: path, message: message)
  }

  private static func unknownKey(
    _ key: String, _ rule: TextRule, at path: ConfigurationPath
  )
    -> ConfigurationFault
  {
    if case .choice(let words) = rule { return unknownKey(key, known: words, at: path) }
    return ConfigurationFault(
      path: path.appending(key),
      message: "found the key \(quoted(key)), expected \(rule.expectation)")
  }

  /// The fault of a key that has no meaning here, with the key that was probably meant.
  static func unknownKey(
    _ key: String, known: [String], at path: ConfigurationPath
  )
    -> ConfigurationFault
  {
    let advice =
      nearest(key, in: known).map { "did you mean '\($0)'?" }
      ?? "expected one of \(known.joined(separator: ", "))"
    return ConfigurationFault(
      path: path.appending(key), message: "unknown key \(quoted(key)); \(advice)")
  }

  /// A fault for every element whose text under the key an earlier element has.
  private static func repeatedValues(
    _ elements: [JSONValue], of key: String?, at path: ConfigurationPath
  ) -> [ConfigurationFault] {
    guard let key else { return [] }
    var first: [String: Int] = [:]
    return elements.enumerated().compactMap { index, element in
      guard let text = element[key]?.string else { return nil }
      guard let earlier = first[text] else {
        first[text] = index
        return nil
      }
      return ConfigurationFault(
        path: path.appending(index).appending(key),
        message: "\(quoted(text)) is already the \(key) of '\(path.appending(earlier))'; "
          + "give each its own")
    }
  }
}
