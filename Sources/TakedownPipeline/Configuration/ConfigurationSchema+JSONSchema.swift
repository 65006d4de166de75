import Tabular

extension ConfigurationSchema {
  /// The same description as a JSON Schema of draft 2020-12.
  ///
  /// It cannot say that ids are unique, that a day is in the calendar or which of two numbers is the
  /// smaller one; all else is the same.
  var jsonSchema: JSONValue {
    switch self {
    case .object(let shape): shape.jsonSchema
    case .map(let keys, let schema):
      .object([
        "type": "object", "propertyNames": keys.jsonSchema,
        "additionalProperties": schema.jsonSchema,
      ])
    case .list(let schema, _): .object(["type": "array", "items": schema.jsonSchema])
    case .text(let rule): rule.jsonSchema
    case .oneOrMore(let rule, let minimum):
      .object([
        "anyOf": [
          rule.jsonSchema,
          .object([
            "type": "array", "items": rule.jsonSchema,
            "minItems": minimum > 0 ? .integer(minimum) : nil,
          ]),
        ]
      ])
    case .integer(let minimum, let maximum):
      .object([
        "type": "integer", "minimum": .integer(minimum),
        "maximum": maximum.map { .integer($0) },
      ])
    case .range(let bounds):
      .object([
        "type": "array",
        "items": .object([
          "type": "integer", "minimum": .integer(bounds.lowerBound),
          "maximum": .integer(bounds.upperBound),
        ]), "minItems": 2, "maxItems": 2,
      ])
    case .boolean: .object(["type": "boolean"])
    case .version(let highest):
      .object(["type": "integer", "minimum": 1, "maximum": .integer(highest)])
    case .nullable(let schema):
      .object(["anyOf": [schema.jsonSchema, .object(["type": "null"])]])
    }
  }
}

extension TextRule {
  /// The rule as a JSON Schema.
  var jsonSchema: JSONValue {
    switch self {
    case .any: .object(["type": "string"])
    case .nonEmpty: .object(["type": "string", "minLength": 1])
    case .choice(let words):
      .object(["type": "string", "enum": .array(words.map { .string($0) })])
    case .date, .monthDay, .span, .id, .country, .delimiter, .dialectCharacter, .path,
      .numberSign, .host, .label, .scheme, .segment, .symbols, .symbol, .nameStart:
      .object([
        "type": "string", "format": self == .date ? "date" : nil,
        "pattern": pattern.map { .string($0) },
      ])
    }
  }
}

extension ObjectShape {
  /// The object as a JSON Schema; conditions and rules stand under `allOf`.
  var jsonSchema: JSONValue {
    let properties = members.map { member in
      JSONValue.Member(
        member.name,
        Self.describe(
          member.schema.jsonSchema, as: member.description, default: member.defaultValue))
    }
    // What a preset can give, the file itself need not say.
    let own = members.filter { $0.isRequired && !isInPreset($0.name) }
    let required = own.map { JSONValue.string($0.name) }
    let given = members.filter { $0.isRequired && isInPreset($0.name) }
      .map { ObjectShape.Rule.atLeastOne([[$0.name]]) }
    let ties = members.flatMap(ties) + (given + rules).map { relaxed($0.jsonSchema, $0) }
    return .object([
      "type": "object",
      "properties": .object(properties),
      "required": required.isEmpty ? nil : .array(required),
      "additionalProperties": false,
      "allOf": ties.isEmpty ? nil : .array(ties),
    ])
  }

  private static func describe(
    _ schema: JSONValue, as text: String, default defaultValue: JSONValue?
  ) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    let defaults = defaultValue.map { [JSONValue.Member("default", $0)] } ?? []
    return .object([.init("description", .string(text))] + members + defaults)
  }

  /// The schema of a rule that asks for something, with a preset as another way to give it.
  private func relaxed(_ schema: JSONValue, _ rule: Rule) -> JSONValue {
    guard let preset, rule.asksForSomething else { return schema }
    return .object([
      "anyOf": [schema, .object(["required": .array([.string(preset)])])]
    ])
  }

  private func ties(of member: Member) -> [JSONValue] {
    guard let condition = member.condition else { return [] }
    func when(_ words: [String]) -> JSONValue {
      let word = JSONValue.object(["enum": .array(words.map { .string($0) })])
      return .object([
        "properties": .object([.init(condition.key, word)]),
        "required": .array([.string(condition.key)]),
      ])
    }
    let absent = JSONValue.object(["properties": .object([.init(member.name, false)])])
    let present = JSONValue.object(["required": .array([.string(member.name)])])
    let allowed = JSONValue.object(["if": when(condition.allowed), "else": absent])
    let required = relaxed(
      .object(["if": when(condition.required), "then": present]), .atLeastOne([]))
    return condition.required.isEmpty ? [allowed] : [allowed, required]
  }
}

extension ObjectShape.Rule {
  /// The rule as a JSON Schema.
  var jsonSchema: JSONValue {
    switch self {
    case .atLeastOne(let keys): .object(["anyOf": .array(keys.map { Self.has($0[...]) })])
    case .absent(let key, _): .object(["not": Self.has(key[...])])
    case .when(let key, let word, let isDefault, let rule):
      .object([
        "if": .object([
          "properties": .object([.init(key, .object(["enum": .array([.string(word)])]))]),
          "required": isDefault ? nil : .array([.string(key)]),
        ]),
        "then": rule.jsonSchema,
      ])
    case .notBoth(let one, let other):
      .object([
        "not": .object(["allOf": .array([Self.has(one[...]), Self.has(other[...])])])
      ])
    }
  }

  private static func has(_ keys: ArraySlice<String>) -> JSONValue {
    guard let key = keys.first else { return true }
    let rest = keys.dropFirst()
    return .object([
      "required": .array([.string(key)]),
      "properties": rest.isEmpty ? nil : .object([.init(key, has(rest))]),
    ])
  }
}
