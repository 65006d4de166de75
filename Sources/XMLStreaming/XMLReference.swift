/// Where to go with an id: `accounts/account[@id]/handle`.
struct XMLReference: Hashable, Sendable {
  /// The elements that can be meant, from the document.
  let element: XMLPath
  /// Where such an element has its id, from the element.
  let key: XMLPath
  /// What is wanted of it, from the element.
  let value: XMLPath

  /// - Throws: `XMLError` without a place; `path` is the whole in its message.
  init(_ text: Substring, in path: String) throws(XMLError) {
    guard let open = text.lastIndex(of: "["), let close = text[open...].firstIndex(of: "]") else {
      throw XMLPath.fault(
        path, "follows an id with '->', but does not say where the id is: account[@id]/handle")
    }
    element = try XMLPath(text[..<open], in: path)
    guard element.attribute == nil, !element.steps.isEmpty else {
      throw XMLPath.fault(path, "has '[' after something that is not an element")
    }
    key = try XMLPath(text[text.index(after: open)..<close], in: path)
    let rest = text[text.index(after: close)...]
    guard rest.isEmpty || rest.first == "/" else {
      throw XMLPath.fault(path, "goes on after ']' without a slash")
    }
    value = try XMLPath(rest.isEmpty ? "." : rest, in: path)
  }
}
