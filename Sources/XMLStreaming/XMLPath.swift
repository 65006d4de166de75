/// Which elements or attributes are meant, in a small part of XPath's abbreviated notation.
///
/// Steps are separated by `/`, or by `//` where any number of elements may stand between. A step is
/// the local name of an element or `*` for any; a prefix before the name is ignored. The last step
/// may be `@name`, an attribute. `.` alone is the element itself with the text that stands directly
/// in it. A path of a record starts from the document, that of a field from its record; a leading
/// `/` or `./` changes nothing, a leading `//` means at any depth.
package struct XMLPath: Hashable, Sendable, CustomStringConvertible {
  struct Step: Hashable, Sendable {
    /// Nil for any name.
    let name: String?
    /// Any number of elements may stand before this one.
    let isDescendant: Bool
  }

  /// The path as it was written.
  package let description: String
  /// The elements, from the outermost.
  let steps: [Step]
  /// The attribute of the innermost element, when one is meant.
  let attribute: String?
  /// An attribute that may be one of the very element the path starts from.
  let isOwnAttribute: Bool

  /// - Throws: `XMLError` without a place, for a path that is not of this notation.
  package init(_ text: String) throws(XMLError) {
    description = text
    func fault(_ reason: String) -> XMLError {
      XMLError(line: 0, column: 0, reason: "the path '\(text)' \(reason)")
    }
    var rest = text[...]
    var isDescendant = false
    if rest.hasPrefix("./") { rest = rest.dropFirst() }
    if rest == "." { rest = "" } else if rest.isEmpty { throw fault("is empty") }
    if rest.hasPrefix("//") {
      isDescendant = true
      rest = rest.dropFirst(2)
      guard !rest.isEmpty else { throw fault("ends with a slash") }
    } else if rest.hasPrefix("/") {
      rest = rest.dropFirst()
      guard !rest.isEmpty else { throw fault("ends with a slash") }
    }

    var steps: [Step] = []
    var attribute: String?
    var isOwnAttribute = false
    while !rest.isEmpty {
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      let isAttribute = rest.first == "@"
      let written = rest[..<end].dropFirst(isAttribute ? 1 : 0)
      let name = written.split(separator: ":", omittingEmptySubsequences: false).last ?? written
      guard !name.isEmpty else { throw fault("has a step without a name") }
      guard !name.contains(where: { "@[]()=|'\" \t\r\n".contains($0) }), name != ".", name != ".."
      else { throw fault("has the step '\(rest[..<end])', which is neither a name nor '*'") }
      rest = rest[end...]
      if isAttribute {
        guard rest.isEmpty else { throw fault("goes on after an attribute") }
        guard name != "*" else { throw fault("has '@*': name the attribute") }
        isOwnAttribute = steps.isEmpty
        if isDescendant { steps.append(Step(name: nil, isDescendant: true)) }
        attribute = String(name)
        break
      }
      steps.append(Step(name: name == "*" ? nil : String(name), isDescendant: isDescendant))
      isDescendant = rest.hasPrefix("//")
      guard !rest.isEmpty else { break }
      rest = rest.dropFirst(isDescendant ? 2 : 1)
      guard !rest.isEmpty else { throw fault("ends with a slash") }
    }
    self.steps = steps
    self.attribute = attribute
    self.isOwnAttribute = isOwnAttribute
  }
}
