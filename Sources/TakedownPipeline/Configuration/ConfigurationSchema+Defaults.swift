import Tabular

extension ConfigurationSchema {
  /// A valid value with everything said that it leaves to a default, keys in the schema's order.
  func fillingDefaults(in value: JSONValue) -> JSONValue {
    switch (self, value) {
    case (.object(let shape), .object(let found)):
      .object(
        shape.members.compactMap { member in
          (value[member.name] ?? shape.defaultValue(of: member, in: found)).map {
            .init(member.name, member.schema.fillingDefaults(in: $0))
          }
        })
    case (.map(_, let schema), .object(let members)):
      .object(members.map { .init($0.key, schema.fillingDefaults(in: $0.value)) })
    case (.list(let schema, _), .array(let elements)):
      .array(elements.map { schema.fillingDefaults(in: $0) })
    case (.nullable(let schema), _):
      schema.fillingDefaults(in: value)
    default: value
    }
  }
}

extension ObjectShape {
  fileprivate func defaultValue(of member: Member, in found: [JSONValue.Member]) -> JSONValue? {
    guard let condition = member.condition else { return member.defaultValue }
    let word = word(of: condition, in: found)
    return condition.allowed.contains { $0 == word } ? member.defaultValue : nil
  }
}
