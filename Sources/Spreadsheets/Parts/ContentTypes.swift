/// What kinds of parts a package says it holds.
final class ContentTypes: PartHandler {
  private var types: [(key: String, type: String)] = []

  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault) {
    guard depth == 2, name == .override, let part = attributes.text(.partName),
      let type = attributes.text(.contentType)
    else { return }
    types.append((PartPath.key(part), type))
  }

  /// The content type of a part; nil where only its extension says it.
  func type(of part: String) -> String? {
    let key = PartPath.key(part)
    return types.first { $0.key == key }?.type
  }

  /// The first part whose content type is one of a workbook.
  var workbookPart: String? {
    types.first { $0.type.hasSuffix(".main+xml") && $0.type.contains("sheet") }?.key
  }
}
