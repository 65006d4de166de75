import Tabular

/// Where in a row a text stands.
enum RowPlace: Hashable {
  /// A derived column: `{name}`.
  case derived(String)
  /// A column of a table, or a path of an XML record.
  case column(String)
  /// A value of a JSON record.
  case path([Step])
  /// A value of an object around the list of records, by the pointer as it is written: `../date`.
  case outward(String)

  /// A step into a JSON value.
  enum Step: Hashable {
    /// The member of an object, or the element of an array, that the text names.
    case key(String)
    /// The first element of an array whose member has the text: `[type=link]`.
    case element(key: String, text: String)
  }

  /// Reads a place as a pipeline file has it.
  ///
  /// In JSON records a place is a pointer in which a segment `[key=text]` stands for the first
  /// element of an array that has this text under the key.
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
    guard pointer.ascents == 0 else {
      self = .outward(text)
      return
    }
    var steps: [Step] = []
    for segment in pointer.segments {
      guard segment.hasPrefix("["), segment.hasSuffix("]"), let sign = segment.firstIndex(of: "=")
      else {
        steps.append(.key(segment))
        continue
      }
      steps.append(
        .element(
          key: String(segment[segment.index(after: segment.startIndex)..<sign]),
          text: String(segment[segment.index(after: sign)...].dropLast())))
    }
    self = .path(steps)
  }
}

/// Why a text is no place.
struct RowPlaceError: Error, Hashable, CustomStringConvertible {
  let description: String
}

extension JSONValue {
  /// The value that the steps lead to; nil where there is none.
  func value(at steps: some Sequence<RowPlace.Step>) -> JSONValue? {
    var value = self
    for step in steps {
      let next: JSONValue?
      switch (step, value) {
      case (.key(let key), .object): next = value[key]
      case (.key(let key), .array(let elements)):
        next = JSONPointer.index(key).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
      case (.element(let key, let text), .array(let elements)):
        next = elements.first { $0[key]?.cellText == text }
      default: next = nil
      }
      guard let next else { return nil }
      value = next
    }
    return value
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
