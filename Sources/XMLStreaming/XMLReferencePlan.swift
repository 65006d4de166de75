/// How the fields of a record are put together where some of them follow ids.
struct XMLReferencePlan {
  /// From an id to a text of the element that has it.
  struct Hop {
    let target: Int
    let column: Int
  }

  /// One path that may fill a field: a column of the records, and where to go from its text.
  struct Alternative {
    let column: Int
    let hops: [Hop]
    let path: XMLPath
  }

  /// A kind of element that is referred to; the first of its columns is the id.
  struct Target {
    let element: XMLPath
    let key: XMLPath
    fileprivate(set) var columns: [XMLPath]
  }

  private(set) var fields: [[Alternative]] = []
  private(set) var columns: [XMLRecordBuilder.Column] = []
  private(set) var targets: [Target] = []

  /// Whether no field follows an id; then the columns are the fields.
  var isEmpty: Bool { targets.isEmpty }

  init(_ fields: [[XMLPath]]) {
    for paths in fields {
      guard paths.contains(where: { !$0.references.isEmpty }) else {
        let column = columns.count
        columns.append(XMLRecordBuilder.Column(paths: paths))
        self.fields.append(
          paths.prefix(1).map { Alternative(column: column, hops: [], path: $0) })
        continue
      }
      var alternatives: [Alternative] = []
      for path in paths {
        // Which of the texts is used is not known when the record ends, so none may be lost.
        columns.append(XMLRecordBuilder.Column(paths: [path], leavesText: true))
        let hops = path.references.map { hop($0) }
        alternatives.append(Alternative(column: columns.count - 1, hops: hops, path: path))
      }
      self.fields.append(alternatives)
    }
  }

  private mutating func hop(_ reference: XMLReference) -> Hop {
    var target = targets.count
    if let known = targets.firstIndex(where: {
      $0.element == reference.element && $0.key == reference.key
    }) {
      target = known
    } else {
      targets.append(
        Target(element: reference.element, key: reference.key, columns: [reference.key]))
    }
    if let column = targets[target].columns.firstIndex(of: reference.value) {
      return Hop(target: target, column: column)
    }
    targets[target].columns.append(reference.value)
    return Hop(target: target, column: targets[target].columns.count - 1)
  }
}
