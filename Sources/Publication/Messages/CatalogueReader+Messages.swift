import Tabular

extension CatalogueReader {
  /// The messages by key.
  ///
  /// `plurals` is nil where it is not known which language it is. With a reference, there are its keys, all of them and no others; each message has the places of
  /// the reference, and forms for the numbers of its language where the reference has forms.
  mutating func messages(
    _ value: JSONValue?, _ plurals: PluralRule?, like reference: MessageCatalogue?
  ) -> [String: MessageCatalogue.Message] {
    guard case .object(let members)? = value else {
      note("messages", "\(value.map { "found \($0.kind)" } ?? "missing"); expected an object")
      return [:]
    }
    let known = reference.map { $0.messages.keys.sorted() }
    var messages: [String: MessageCatalogue.Message] = [:]
    for member in members {
      let path = "messages.\(member.key)"
      if let known, !known.contains(member.key) {
        noteUnknown("key", member.key, at: "messages", known: known)
        continue
      }
      messages[member.key] = message(
        member.value, at: path, plurals, like: reference?.messages[member.key])
    }
    for key in known ?? [] where messages[key] == nil {
      note("messages.\(key)", "missing; expected \(expectation(reference?.messages[key], plurals))")
    }
    return messages
  }

  private func expectation(_ like: MessageCatalogue.Message?, _ plurals: PluralRule?) -> String {
    let places = like.map { $0.places.map { "{\($0)}" } } ?? []
    let list = places.isEmpty ? "" : " with \(places.joined(separator: ", "))"
    guard case .counted? = like else { return "a text\(list)" }
    return "an object of \(Self.categories(plurals).joined(separator: ", "))\(list)"
  }

  private mutating func message(
    _ value: JSONValue, at path: String, _ plurals: PluralRule?, like: MessageCatalogue.Message?
  ) -> MessageCatalogue.Message {
    switch (value, like) {
    case (.object(let members), .counted?), (.object(let members), nil):
      return .counted(forms(members, at: path, plurals, like?.places))
    case (.string, .plain?), (.string, nil):
      return .plain(pattern(value, at: path, places: like?.places, mustHaveAll: true))
    default:
      note(path, "found \(value.kind), expected \(expectation(like, plurals))")
      return .counted([:])
    }
  }

  /// The forms of a message, by category or by a number such as `=0`.
  private mutating func forms(
    _ members: [JSONValue.Member], at path: String, _ plurals: PluralRule?, _ places: [String]?
  ) -> [String: MessagePattern] {
    let categories = Self.categories(plurals)
    var forms: [String: MessagePattern] = [:]
    for member in members {
      guard categories.contains(member.key) || Self.isNumber(member.key) else {
        noteUnknown("form", member.key, at: path, known: categories + ["=0"])
        continue
      }
      // Only the form for any number has to say it; 'one' may say it in a word.
      forms[member.key] = pattern(
        member.value, at: "\(path).\(member.key)", places: places,
        mustHaveAll: member.key == PluralRule.Category.other.rawValue)
    }
    // Which forms there have to be, only a known language says.
    let missing = plurals == nil ? [] : categories.filter { forms[$0] == nil }
    if !missing.isEmpty {
      note(
        path,
        "missing the form\(missing.count == 1 ? "" : "s") \(missing.joined(separator: ", ")); expected "
          + "\(categories.joined(separator: ", ")), which the language tells apart")
    }
    return forms
  }

  private static func categories(_ plurals: PluralRule?) -> [String] {
    (plurals?.categories ?? PluralRule.Category.allCases).map(\.rawValue)
  }

  private static func isNumber(_ form: String) -> Bool {
    form.hasPrefix("=") && Int(form.dropFirst()).map { String($0) == form.dropFirst() } ?? false
  }

  /// A text with places, of which some may be known and have to be there.
  mutating func pattern(
    _ value: JSONValue?, at path: String, places: [String]?, mustHaveAll: Bool
  ) -> MessagePattern {
    let text = text(value, at: path)
    guard let pattern = MessagePattern(text) else {
      note(path, "a brace has no partner; expected places such as {count}")
      return .empty
    }
    guard let places, !text.isEmpty else { return pattern }
    for place in pattern.places where !places.contains(place) {
      noteUnknown("place", place, at: path, known: places)
    }
    let missing = mustHaveAll ? places.filter { !pattern.places.contains($0) } : []
    if !missing.isEmpty, pattern.places.allSatisfy(places.contains) {
      note(
        path,
        "missing \(missing.map { "{\($0)}" }.joined(separator: ", ")); put it where it belongs")
    }
    return pattern
  }
}
