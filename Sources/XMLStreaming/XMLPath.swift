/// Which elements or attributes are meant, in a small part of XPath's abbreviated notation.
///
/// Steps are separated by `/`, or by `//` where any number of elements may stand between. A step is
/// the local name of an element or `*` for any; a prefix before the name is ignored, while
/// `{uri}name` asks for the namespace, and `{}name` for none. The last step may be `@name`, an
/// attribute. `.` alone is the element itself with the text that stands directly in it. A path of a
/// record starts from the document, that of a field from its record; a leading `/` or `./` changes
/// nothing, a leading `//` means at any depth.
///
/// A field can follow an id: `@account -> accounts/account[@id]/handle` takes the id in `@account`,
/// goes to the element of the document at `accounts/account` that has the same in `@id`, and takes
/// `handle` from there. What comes out can be an id again, for a further arrow.
package struct XMLPath: Hashable, Sendable, CustomStringConvertible {
  /// A local name, nil for any, and the namespace it must be in, nil for any.
  struct Name: Hashable, Sendable {
    let local: String?
    let namespace: String?
  }

  struct Step: Hashable, Sendable {
    let name: Name
    /// Any number of elements may stand before this one.
    let isDescendant: Bool
  }

  /// The path as it was written.
  package let description: String
  /// The elements, from the outermost.
  let steps: [Step]
  /// The attribute of the innermost element, when one is meant.
  let attribute: Name?
  /// An attribute that may be one of the very element the path starts from.
  let isOwnAttribute: Bool
  /// Where the id that the path leads to is to be followed, step by step.
  let references: [XMLReference]

  /// - Throws: `XMLError` without a place, for a path that is not of this notation.
  package init(_ text: String) throws(XMLError) {
    var parts: [Substring] = []
    var rest = text[...]
    while let arrow = rest.firstRange(of: "->") {
      parts.append(rest[..<arrow.lowerBound].trimmingSpaces)
      rest = rest[arrow.upperBound...].trimmingSpaces
    }
    parts.append(parts.isEmpty ? rest : rest.trimmingSpaces)
    var references: [XMLReference] = []
    for part in parts.dropFirst() { references.append(try XMLReference(part, in: text)) }
    try self.init(parts[0], references: references, in: text)
  }

  /// Reads one way between two arrows; `whole` is what stands in messages.
  init(_ part: Substring, references: [XMLReference] = [], in whole: String) throws(XMLError) {
    description = references.isEmpty ? String(part) : whole
    self.references = references
    var rest = part
    var isDescendant = false
    if rest.hasPrefix("./") { rest = rest.dropFirst() }
    if rest == "." { rest = "" } else if rest.isEmpty { throw Self.fault(whole, "is empty") }
    if rest.hasPrefix("//") {
      isDescendant = true
      rest = rest.dropFirst(2)
      guard !rest.isEmpty else { throw Self.fault(whole, "ends with a slash") }
    } else if rest.hasPrefix("/") {
      rest = rest.dropFirst()
      guard !rest.isEmpty else { throw Self.fault(whole, "ends with a slash") }
    }

    var steps: [Step] = []
    var attribute: Name?
    var isOwnAttribute = false
    while !rest.isEmpty {
      let end = Self.endOfStep(rest)
      let isAttribute = rest.first == "@"
      let name = try Self.name(rest[..<end], isAttribute: isAttribute, in: whole)
      rest = rest[end...]
      if isAttribute {
        guard rest.isEmpty else { throw Self.fault(whole, "goes on after an attribute") }
        guard name.local != nil else { throw Self.fault(whole, "has '@*': name the attribute") }
        isOwnAttribute = steps.isEmpty
        if isDescendant {
          steps.append(Step(name: Name(local: nil, namespace: nil), isDescendant: true))
        }
        attribute = name
        break
      }
      steps.append(Step(name: name, isDescendant: isDescendant))
      isDescendant = rest.hasPrefix("//")
      guard !rest.isEmpty else { break }
      rest = rest.dropFirst(isDescendant ? 2 : 1)
      guard !rest.isEmpty else { throw Self.fault(whole, "ends with a slash") }
    }
    self.steps = steps
    self.attribute = attribute
    self.isOwnAttribute = isOwnAttribute
  }

  static func fault(_ path: String, _ reason: String) -> XMLError {
    XMLError(line: 0, column: 0, reason: "the path '\(path)' \(reason)")
  }

  /// The slash after the first step; one within braces is part of a namespace.
  private static func endOfStep(_ rest: Substring) -> String.Index {
    var isInBraces = false
    for index in rest.indices {
      switch rest[index] {
      case "{": isInBraces = true
      case "}": isInBraces = false
      case "/" where !isInBraces: return index
      default: break
      }
    }
    return rest.endIndex
  }

  private static func name(
    _ step: Substring, isAttribute: Bool, in path: String
  ) throws(XMLError) -> Name {
    var written = step.dropFirst(isAttribute ? 1 : 0)
    var namespace: String?
    if written.first == "{" {
      guard let end = written.firstIndex(of: "}") else {
        throw fault(path, "has a '{' without its '}'")
      }
      namespace = String(written[written.index(after: written.startIndex)..<end])
      written = written[written.index(after: end)...]
    } else {
      written = written.split(separator: ":", omittingEmptySubsequences: false).last ?? written
    }
    guard !written.isEmpty else { throw fault(path, "has a step without a name") }
    let isName = !written.contains { "@[](){}=|:'\" \t\r\n".contains($0) }
    guard isName, written != ".", written != ".." else {
      throw fault(path, "has the step '\(step)', which is neither a name nor '*'")
    }
    return Name(local: written == "*" ? nil : String(written), namespace: namespace)
  }
}

extension Substring {
  /// Without spaces and tabs at both ends.
  fileprivate var trimmingSpaces: Substring {
    var rest = self
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return rest
  }
}
