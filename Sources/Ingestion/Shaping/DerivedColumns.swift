/// The columns that one derivation makes, its pattern compiled.
///
/// In a text that is set, `{name}` stands for the derived column of that name.
struct DerivedColumns {
  private let regex: Regex<AnyRegexOutput>
  private let texts: [RowShape.Derivation.Column]
  /// The names of all columns that may come.
  let names: Set<String>

  /// - Throws: where the pattern is no regular expression.
  init(_ derivation: RowShape.Derivation) throws(RowPlaceError) {
    do {
      regex = try Regex(derivation.pattern)
    } catch {
      throw RowPlaceError(
        description: "'\(derivation.pattern.prefix(80))' is no regular expression: \(error)")
    }
    texts = derivation.texts
    names = Set(texts.map(\.name) + Self.groups(in: derivation.pattern))
  }

  /// The derived columns that the texts speak of.
  var named: [String] {
    texts.flatMap { column in
      column.text.matches(of: /\{([^{}]+)\}/).map { String($0.output.1) }
    }
  }

  /// The text with the derived columns that it speaks of in their places.
  static func filled(_ text: String, from derived: [String: String]) -> String {
    guard text.contains("{") else { return text }
    return text.replacing(/\{([^{}]+)\}/) { derived[String($0.output.1)] ?? "" }
  }

  /// The columns that the text gives, braces not yet filled; empty where the pattern is not found.
  func columns(of text: String) -> [RowShape.Derivation.Column] {
    guard let match = try? regex.firstMatch(in: text) else { return [] }
    let groups = match.output.compactMap { group -> RowShape.Derivation.Column? in
      guard let name = group.name, let found = group.substring else { return nil }
      return .init(name: name, text: String(found), isText: false)
    }
    return groups + texts
  }

  /// The names of the groups that a pattern has.
  private static func groups(in pattern: String) -> [String] {
    var names: [String] = []
    var rest = pattern[...]
    while let start = rest.firstRange(of: "(?<") {
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: ">") else { break }
      let name = rest[..<end]
      if !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) {
        names.append(String(name))
      }
    }
    return names
  }
}
