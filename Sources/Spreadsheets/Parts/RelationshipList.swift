/// Where the relationships of one part lead.
final class RelationshipList: PartHandler {
  struct Relationship {
    let id: String
    /// The last word of the type, which the transitional and the strict vocabulary share.
    let kind: String
    let target: String
  }

  private(set) var relationships: [Relationship] = []

  func open(_ name: PartName, depth: Int, _ attributes: PartAttributes) throws(PartFault) {
    guard depth == 2, name == .relationship, attributes.text(.targetMode) != "External",
      let id = attributes.text(.packageID), let type = attributes.text(.type),
      let target = attributes.text(.target)
    else { return }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relationships.append(Relationship(id: id, kind: kind, target: target))
  }

  /// The first of a kind.
  func first(_ kind: String) -> Relationship? { relationships.first { $0.kind == kind } }
}
