import TakedownModel
import Tabular

/// Reads the parts of a catalogue of messages and keeps everything that is wrong.
///
/// What is wrong reads as an empty value: the catalogue is refused then.
struct CatalogueReader {
  private(set) var problems: [MessageCatalogueError.Problem] = []

  mutating func note(_ path: String, _ message: String) {
    problems.append(MessageCatalogueError.Problem(path: path, message: message))
  }

  /// Reports the keys of an object that have no meaning.
  mutating func checkKeys(_ value: JSONValue, at path: String, known: [String]) {
    guard case .object(let members) = value else {
      return note(
        path, "found \(value.kind), expected an object with \(known.joined(separator: ", "))")
    }
    for member in members where !known.contains(member.key) {
      noteUnknown("key", member.key, at: path, known: known)
    }
  }

  /// A key, place or form that has no meaning, with the one that was probably meant.
  mutating func noteUnknown(_ what: String, _ name: String, at path: String, known: [String]) {
    let list =
      known.count <= 12 ? "expected one of \(known.joined(separator: ", "))" : "take it out"
    let advice = nearest(name, in: known).map { "did you mean '\($0)'?" } ?? list
    let place = what == "place" || path.isEmpty ? path : "\(path).\(name)"
    note(place.isEmpty ? name : place, "unknown \(what) '\(name.prefix(40))'; \(advice)")
  }

  mutating func object(_ value: JSONValue?, at path: String, known: [String]) -> JSONValue? {
    guard let value else {
      note(path, "missing; expected an object with \(known.joined(separator: ", "))")
      return nil
    }
    checkKeys(value, at: path, known: known)
    return value
  }

  mutating func text(_ value: JSONValue?, at path: String, mayBeEmpty: Bool = false) -> String {
    guard let value else {
      note(path, "missing; expected a text")
      return ""
    }
    guard let text = value.string, mayBeEmpty || !text.isEmpty else {
      note(path, "found \(value.kind), expected a text\(mayBeEmpty ? "" : " that is not empty")")
      return ""
    }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      note(path, "found a control character, such as a line end; expected a text of one line")
    }
    return text
  }

  /// A tag that can be part of a file's name; that of English is taken.
  mutating func language(_ value: JSONValue?, isBuiltIn: Bool) -> String {
    let tag = text(value, at: "language")
    guard !tag.isEmpty else { return tag }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.enumerated().allSatisfy { place, part in
      part.utf8.allSatisfy { byte in
        (0x61...0x7a).contains(byte | 0x20) || place > 0 && (0x30...0x39).contains(byte)
      } && (place == 0 ? (2...8).contains(part.utf8.count) : (1...8).contains(part.utf8.count))
    }
    if !isTag {
      note("language", "found '\(tag.prefix(40))', expected a BCP 47 tag such as 'cy' or 'en-GB'")
    } else if !isBuiltIn, tag.lowercased() == "en" {
      note("language", "'en' is built in; expected another tag, such as 'cy' or 'en-GB'")
    }
    return tag
  }

  mutating func months(_ value: JSONValue?) -> [String] {
    let path = "dates.months"
    guard case .array(let elements)? = value, elements.count == 12 else {
      note(path, "expected a list of the names of the 12 months, January first")
      return Array(repeating: "", count: 12)
    }
    var names: [String] = []
    for (place, element) in elements.enumerated() {
      names.append(text(element, at: "\(path)[\(place)]"))
    }
    return names
  }

  /// Texts by free keys; none where there is no such object.
  mutating func texts(_ value: JSONValue?, at path: String) -> [String: String] {
    guard let value else { return [:] }
    guard case .object(let members) = value else {
      note(path, "found \(value.kind), expected an object of texts")
      return [:]
    }
    var texts: [String: String] = [:]
    for member in members { texts[member.key] = text(member.value, at: "\(path).\(member.key)") }
    return texts
  }
}

extension JSONValue {
  /// What the value is, in the words of a message.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let digits): "the number \(digits.prefix(40))"
    case .string(let text): text.isEmpty ? "an empty text" : "the text '\(text.prefix(40))'"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
