import Tabular

/// Where in a row a text stands.
enum RowPlace: Hashable {
  /// A derived column: `{name}`.
  case derived(String)
  /// A column of a table, or a path of an XML record.
  case column(String)
  /// A value of a JSON record.
  case path([Step])
  /// A value of an object around the list of records, by the pointer that leads out, `../date`, and
  /// the steps from there on, which a value of the record may name: `../services/[0]`.
  case outward(String, [Step])

  /// A step into a JSON value.
  enum Step: Hashable {
    /// The member of an object, or the element of an array, that the text names.
    case key(String)
    /// The first element of an array whose member has the text: `[type=link]`.
    case element(key: String, text: String)
    /// The member or element that the record's own value under the key names: `[service]`.
    case named(key: String)
  }

  /// Reads a place as a pipeline file has it.
  ///
  /// In JSON records a place is a pointer in which a segment `[key=text]` stands for the first
  /// element of an array that has this text under the key, and a segment `[key]` for the element or
  /// member of which the record has the number or name under the key.
  init(_ text: String, isJSON: Bool) throws(RowPlaceError) {
    if text.hasPrefix("{"), text.hasSuffix("}"), text.count > 2 {
      self = .derived(String(text.dropFirst().dropLast()))
      return
    }
    guard isJSON else {
      self = .column(text)
      return
    }
    let pointer: JSONPointer
    do {
      pointer = try JSONPointer(text)
    } catch {
      throw RowPlaceError(description: error.description)
    }
    let steps = pointer.segments.map { Step($0) }
    guard pointer.ascents > 0 else {
      self = .path(steps)
      return
    }
    let inward = steps.drop { if case .key = $0 { true } else { false } }
    self = .outward(Self.outwardPart(of: text), Array(inward))
  }

  /// The part of a pointer out of the record that does not depend on the record.
  static func outwardPart(of text: String) -> String {
    text.firstRange(of: "/[").map { String(text[..<$0.lowerBound]) } ?? text
  }
}

extension RowPlace.Step {
  /// Reads a segment of a pointer.
  fileprivate init(_ segment: String) {
    guard segment.hasPrefix("["), segment.hasSuffix("]"), segment.count > 2 else {
      self = .key(segment)
      return
    }
    let inner = segment.dropFirst().dropLast()
    guard let sign = inner.firstIndex(of: "=") else {
      self = .named(key: String(inner))
      return
    }
    self = .element(
      key: String(inner[..<sign]), text: String(inner[inner.index(after: sign)...]))
  }
}

/// Why a text is no place.
struct RowPlaceError: Error, Hashable, CustomStringConvertible {
  let description: String
}

extension JSONValue {
  /// The value that the steps lead to; nil where there is none.
  ///
  /// Steps that a value of the record names ask `record`.
  func value(at steps: some Sequence<RowPlace.Step>, record: JSONValue) -> JSONValue? {
    var value = self
    for step in steps {
      let next: JSONValue?
      switch (step, value) {
      case (.key(let key), _): next = value.child(key)
      case (.named(let key), _): next = record.child(key).flatMap { value.child($0.cellText) }
      case (.element(let key, let text), .array(let elements)):
        next = elements.first { $0[key]?.cellText == text }
      default: next = nil
      }
      guard let next else { return nil }
      value = next
    }
    return value
  }

  /// The member or the element that a text names.
  private func child(_ key: String) -> JSONValue? {
    guard case .array(let elements) = self else { return self[key] }
    return JSONPointer.index(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
  }

  /// The value as the text of a cell: digits as written, null empty, lists and objects as JSON.
  var cellText: String {
    switch self {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): text
    case .array, .object: String(prettyText.dropLast())
    }
  }
}
