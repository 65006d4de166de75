import Tabular

/// The settings that differ between two runs and on which figures depend, as key paths.
struct ParameterChanges {
  let keyPaths: [String]

  /// What says how figures are shown or where files are, never what they come to.
  private static let withoutEffect: Set<String> = [
    "$schema", "version", "title", "notice", "outputs", "headlines", "languages", "publish",
    "published",
    "sources",
  ]
  private static let withoutEffectInSource = Set(
    ["path", "preset"] + SourceSettings.ownEffects)

  /// Compares the settings of two runs, of the sources those that both have.
  init(from old: KeptRun, to new: KeptRun) {
    var found = Self.changes(
      Self.without(Self.withoutEffect, old.parameters),
      Self.without(Self.withoutEffect, new.parameters), at: "")
    for (id, settings) in new.sources {
      guard let other = old.sources.first(where: { $0.id == id })?.settings else { continue }
      found += Self.changes(
        Self.without(Self.withoutEffectInSource, other),
        Self.without(Self.withoutEffectInSource, settings), at: "sources.\(id)")
    }
    keyPaths = found.filter { $0 != "reporting.revised_from" }
  }

  private static func without(_ keys: Set<String>, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(members.filter { !keys.contains($0.key) })
  }

  private static func changes(
    _ old: JSONValue?, _ new: JSONValue?, at path: String
  ) -> [String] {
    if old == new { return [] }
    guard case .object(let before)? = old, case .object(let after)? = new else { return [path] }
    var keys = after.map(\.key)
    keys += before.map(\.key).filter { !keys.contains($0) }
    return keys.flatMap {
      changes(old?[$0], new?[$0], at: path.isEmpty ? $0 : "\(path).\($0)")
    }
  }
}
