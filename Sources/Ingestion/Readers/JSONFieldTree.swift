import Bytes
import Tabular

/// All pointers of all fields as one tree of keys, so that a record is walked once.
///
/// A slot is one pointer of one field; slots are numbered through, field by field. Nodes are the
/// places that pointers lead to or through; node 0 is the record itself.
struct JSONFieldTree: Sendable {
  /// Whether a record may be an array.
  let hasListRecords: Bool
  /// The slots of each field, the preferred one first.
  private(set) var alternatives: [Range<Int>] = []
  /// How many nodes there are.
  private(set) var nodeCount = 1
  /// For each slot its node; -1 for pointers that lead out of the record.
  private(set) var nodes: [Int] = []
  /// Pointers that lead out of the record, with their slots.
  private(set) var outward: [(slot: Int, pointer: JSONPointer)] = []
  /// For each node the one around it; for each the first of its slots and of its children.
  private(set) var parents = [-1]
  private(set) var firstSlots = [-1]
  private(set) var childRanges = [0..<0]
  /// For each slot the next of the same node; -1 at the end.
  private(set) var nextSlots: [Int] = []
  /// Children of one node stand together: their nodes, their keys and, for arrays, their indices.
  private(set) var childNodes: [Int] = []
  private var keys: [UInt8] = []
  private var keyRanges: [Range<Int>] = []
  private var indices: [Int] = []

  init(_ fields: [[JSONPointer]], hasListRecords: Bool = false) {
    self.hasListRecords = hasListRecords
    var paths: [[String]] = [[]]
    for pointers in fields {
      alternatives.append(nodes.count..<nodes.count + pointers.count)
      for pointer in pointers {
        guard pointer.ascents == 0 else {
          outward.append((nodes.count, pointer))
          nodes.append(-1)
          continue
        }
        for length in 0...pointer.segments.count {
          let path = Array(pointer.segments.prefix(length))
          if Self.index(of: path, in: paths) == nil { paths.append(path) }
        }
        nodes.append(Self.index(of: pointer.segments, in: paths) ?? 0)
      }
    }
    nodeCount = paths.count
    parents = paths.map { $0.isEmpty ? -1 : Self.index(of: $0.dropLast(), in: paths) ?? -1 }
    nextSlots = Array(repeating: -1, count: nodes.count)
    firstSlots = Array(repeating: -1, count: nodeCount)
    for slot in nodes.indices.reversed() where nodes[slot] >= 0 {
      nextSlots[slot] = firstSlots[nodes[slot]]
      firstSlots[nodes[slot]] = slot
    }
    childRanges = []
    for node in paths.indices {
      let start = childNodes.count
      for child in paths.indices where parents[child] == node {
        let key = paths[child].last ?? ""
        childNodes.append(child)
        keyRanges.append(keys.count..<keys.count + key.utf8.count)
        keys.append(key)
        indices.append(JSONPointer.index(key) ?? -1)
      }
      childRanges.append(start..<childNodes.count)
    }
  }

  /// Texts that differ in bytes alone can be equal as strings, but are different keys.
  private static func index(of path: some Collection<String>, in paths: [[String]]) -> Int? {
    paths.firstIndex { $0.elementsEqual(path) { $0.utf8.elementsEqual($1.utf8) } }
  }

  /// The child of a node that has a key, looked for first at `hint`; nil when there is none.
  func child(of node: Int, key: Span<UInt8>, hint: Int) -> Int? {
    let range = childRanges[node]
    if range.contains(hint), keys.span.extracting(keyRanges[hint]).equals(key) { return hint }
    for child in range
    where keyRanges[child].count == key.count
      && keys.span.extracting(keyRanges[child]).equals(key)
    {
      return child
    }
    return nil
  }

  /// The child of a node that has an index, where the node turns out to be an array.
  func child(of node: Int, index: Int) -> Int? {
    childRanges[node].first { indices[$0] == index }
  }
}
