import Tabular
import TakedownModel

/// A mapping that sources take over: their keys with values.
struct Preset: Hashable, Sendable {
  /// What the preset is for, in a sentence; empty where it does not say.
  let about: String
  /// Keys of a source in the order of the file.
  private(set) var members: [JSONValue.Member]

  /// Reads an object of source keys.
  ///
  /// - Throws: the fault of a value that is no object, or that has a key which no preset can give.
  init(_ value: JSONValue, at path: ConfigurationPath) throws(ConfigurationFault) {
    guard case .object(let members) = value else {
      throw ConfigurationFault(
        path: path, message: "found \(value.summary), expected an object of source keys")
    }
    about = value["about"]?.string ?? ""
    self.members = members.filter { $0.key != "about" }
    for member in self.members where Self.own.contains(member.key) {
      throw ConfigurationFault(
        path: path,
        message: "the preset has the key '\(member.key)', which only a source can give; "
          + "take it out of the preset")
    }
  }

  /// The keys that a source must say itself.
  private static let own = ["id", "path"]

  /// The preset that this one adds to; nil for none.
  var base: String? { members.first { $0.key == "preset" }?.value.string }

  /// The preset on top of another one, as a source is on top of a preset.
  func merged(onto base: Preset) -> Preset {
    var merged = self
    merged.members = base.merged(into: members.filter { $0.key != "preset" })
    return merged
  }

  /// The source with what the preset has and it does not say itself.
  ///
  /// `fields` and `constants` are taken over column by column; a column that the source has in one
  /// of the two is not taken over into the other.
  func merged(into source: [JSONValue.Member]) -> [JSONValue.Member] {
    let own = JSONValue.object(source)
    var merged = source
    for member in members {
      guard case .object(let given) = member.value, ["fields", "constants"].contains(member.key)
      else {
        if own[member.key] == nil { merged.append(member) }
        continue
      }
      let other = member.key == "fields" ? "constants" : "fields"
      let taken = given.filter { column in
        own[member.key]?[column.key] == nil && own[other]?[column.key] == nil
          && !(other == "fields" && column.key == "agency" && own["agency"] != nil)
      }
      guard let place = merged.firstIndex(where: { $0.key == member.key }) else {
        merged.append(.init(member.key, .object(taken)))
        continue
      }
      // A value of the wrong kind stays, for validation to speak of.
      guard case .object(let columns) = merged[place].value else { continue }
      merged[place] = .init(member.key, .object(columns + taken))
    }
    return merged
  }
}
