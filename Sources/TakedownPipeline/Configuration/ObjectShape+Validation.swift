import TakedownModel
import Tabular

extension ObjectShape {
  /// Everything that is wrong with the members of an object, keys that are missing last.
  func faults(in found: [JSONValue.Member], at path: ConfigurationPath) -> [ConfigurationFault] {
    let names = members.map(\.name)
    var faults: [ConfigurationFault] = []
    var meant: Set<String> = []
    for entry in found {
      guard let member = member(entry.key) else {
        faults.append(ConfigurationSchema.unknownKey(entry.key, known: names, at: path))
        nearest(entry.key, in: names).map { _ = meant.insert($0) }
        continue
      }
      let here = path.appending(entry.key)
      if let condition = member.condition, let word = word(of: condition, in: found),
        !condition.allowed.contains(word)
      {
        faults.append(
          ConfigurationFault(
            path: here,
            message: "found with \(condition.key) '\(word)', but it is only for "
              + "\(condition.allowed.joined(separator: ", ")); leave it out"))
        continue
      }
      faults += member.schema.faults(in: entry.value, at: here)
    }
    let given = Set(found.map(\.key))
    // A key that a misspelling was probably meant for is not reported a second time.
    for member in members where !given.contains(member.name) && !meant.contains(member.name) {
      if let reason = reason(toRequire: member, in: found) {
        faults.append(
          ConfigurationFault(
            path: path.appending(member.name),
            message: "missing, but \(reason); expected \(member.schema.expectation)"))
      }
    }
    return faults + rules.compactMap { $0.fault(in: .object(found), at: path) }
  }

  private func reason(toRequire member: Member, in found: [JSONValue.Member]) -> String? {
    if member.isRequired { return "it is required" }
    guard let condition = member.condition, let word = word(of: condition, in: found),
      condition.required.contains(word)
    else { return nil }
    return "\(condition.key) '\(word)' requires it"
  }

  /// The valid text on which a condition depends; nil when it is missing or wrong itself.
  func word(of condition: Condition, in found: [JSONValue.Member]) -> String? {
    guard let value = found.first(where: { $0.key == condition.key })?.value,
      let schema = member(condition.key)?.schema, schema.faults(in: value).isEmpty
    else { return nil }
    return value.string
  }
}

extension ObjectShape.Rule {
  /// The fault of an object that breaks the rule; nil when it keeps it.
  func fault(in object: JSONValue, at path: ConfigurationPath) -> ConfigurationFault? {
    switch self {
    case .atLeastOne(let keys):
      if keys.contains(where: { Self.isGiven($0, in: object) }) { return nil }
      let list = keys.map { "'\($0.joined(separator: "."))'" }.joined(separator: " or ")
      return ConfigurationFault(path: path, message: "missing \(list); give one of them")
    case .notBoth(let kept, let extra):
      guard Self.isGiven(kept, in: object), Self.isGiven(extra, in: object) else { return nil }
      return ConfigurationFault(
        path: extra.reduce(path) { $0.appending($1) },
        message: "'\(kept.joined(separator: "."))' says this too; keep one of the two")
    case .absent(let keys, let reason):
      guard Self.isGiven(keys, in: object) else { return nil }
      return ConfigurationFault(
        path: keys.reduce(path) { $0.appending($1) },
        message: "found, but \(reason); leave it out")
    case .when(let key, let word, let isDefault, let rule):
      let holds = object[key].map { $0.string == word } ?? isDefault
      return holds ? rule.fault(in: object, at: path) : nil
    }
  }

  private static func isGiven(_ keys: [String], in object: JSONValue) -> Bool {
    keys.reduce(JSONValue?.some(object)) { $0?[$1] } != nil
  }
}
