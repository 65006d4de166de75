import Bytes
import Tabular

/// Reads single records, one after another, with buffers that are used again.
struct JSONRecordParser {
  /// A member of the record itself.
  private struct Member {
    let key: JSONToken
    let value: JSONToken
    var isLeft: Bool
  }

  private let tree: JSONFieldTree
  private var plain = JSONPlainPath()
  /// The values that pointers out of the record lead to, one for each of `tree.outward`.
  var outwardTexts: [[UInt8]]

  /// The number of the record in this parser, by which marks of earlier records are told.
  private var generation = 0
  private var tokens: [JSONToken]
  private var tokenMarks: [Int]
  /// For each node: when it was last met, by which member of the record, and when taken by a field.
  private var nodeMarks: [Int]
  private var nodeMembers: [Int]
  private var takenMarks: [Int]
  /// Nodes that hold something no pointer leads to.
  private var leftNodes: [Int] = []
  private var members: [Member] = []
  /// Whether the record is an array, whose members have no keys of their own.
  private var isList = false
  private var scratch: [UInt8] = []

  init(_ tree: JSONFieldTree) {
    self.tree = tree
    outwardTexts = Array(repeating: [], count: tree.outward.count)
    tokens = Array(repeating: JSONToken(.null, start: 0, end: 0), count: tree.nodes.count)
    tokenMarks = Array(repeating: 0, count: tree.nodes.count)
    nodeMarks = Array(repeating: 0, count: tree.nodeCount)
    nodeMembers = nodeMarks
    takenMarks = nodeMarks
  }

  /// Reads the record that begins at a place, the fast way or the general one.
  ///
  /// - Parameters:
  ///   - text: a text that the record begins in.
  ///   - start: where it begins.
  ///   - isUTF8: whether the text is known to be UTF-8.
  ///   - isWhole: whether nothing but white space may follow the record.
  ///   - batch: is given the record.
  ///   - position: the record's ordinal.
  /// - Returns: the place after the record.
  /// - Throws: as the general way does.
  mutating func read(
    _ text: Span<UInt8>, from start: Int, isUTF8: Bool, isWhole: Bool,
    into batch: inout RecordBatch,
    position: Int
  ) throws(JSONError) -> Int {
    if start < text.count, text[start] == UInt8(ascii: "{"),
      let end = plain.read(
        text, from: start, isUTF8: isUTF8, isWhole: isWhole, outward: outwardTexts, into: &batch,
        position: position)
    {
      return end
    }
    var scanner = JSONScanner(text, from: start, isUTF8: isUTF8)
    try read(&scanner, into: &batch, position: position, isWhole: isWhole)
    if !isList, plain.wants(memberCount: members.count) {
      let keys = members.map { scanner.text.extracting($0.key.range).array }
      if let shape = JSONRecordShape(keys: keys, tree: tree) { plain.adopt(shape) }
    }
    return scanner.offset
  }

  /// Reads the object that comes next and appends its fields to a batch: the general way.
  ///
  /// Where records may be arrays, the elements of one are members with their numbers as keys.
  ///
  /// - Throws: `JSONError` with nothing appended, for anything but a well-formed object without
  ///   duplicate keys among those that matter.
  mutating func read(
    _ scanner: inout JSONScanner, into batch: inout RecordBatch, position: Int, isWhole: Bool
  ) throws(JSONError) {
    generation += 1
    members.removeAll(keepingCapacity: true)
    leftNodes.removeAll(keepingCapacity: true)
    let first = scanner.peek()
    isList = tree.hasListRecords && first == UInt8(ascii: "[")
    guard isList || first == UInt8(ascii: "{") else {
      let start = scanner.offset
      let token = try scanner.skipValue()
      throw scanner.fault(
        "expected an object, found \(token.noun)", at: start, kind: .notAnObject)
    }
    let record = try readValue(&scanner, node: 0)
    if isWhole { try scanner.finish() }
    try refuseDuplicates(scanner)
    for field in tree.alternatives { append(field, scanner, to: &batch) }
    markLeftMembers()
    // A field that takes the whole record leaves nothing.
    appendOther(scanner, to: &batch, isTaken: takenMarks[0] == generation && record.end > 0)
    batch.endRecord(position: position)
  }

  private mutating func readValue(
    _ scanner: inout JSONScanner, node: Int
  ) throws(JSONError) -> JSONToken {
    let token: JSONToken
    let first = tree.childRanges[node].isEmpty && node > 0 ? nil : scanner.peek()
    let start = scanner.offset
    switch first {
    case UInt8(ascii: "{"):
      try readMembers(&scanner, node: node)
      token = JSONToken(.object, start: start, end: scanner.offset)
    case UInt8(ascii: "["):
      try readElements(&scanner, node: node)
      token = JSONToken(.array, start: start, end: scanner.offset)
    default:
      token = try scanner.skipValue()
      // Pointers lead through this place to nothing.
      if tree.firstSlots[node] < 0, !token.isBlank { leftNodes.append(node) }
    }
    var slot = tree.firstSlots[node]
    while slot >= 0 {
      tokens[slot] = token
      tokenMarks[slot] = generation
      slot = tree.nextSlots[slot]
    }
    return token
  }

  private mutating func readMembers(
    _ scanner: inout JSONScanner, node: Int
  ) throws(JSONError) {
    var hint = tree.childRanges[node].lowerBound
    try scanner.open()
    while let key = try scanner.nextMember() {
      guard let child = child(of: node, key: key, scanner, hint: hint) else {
        try readLeft(&scanner, node: node, key: key)
        continue
      }
      hint = child + 1
      let childNode = tree.childNodes[child]
      guard nodeMarks[childNode] != generation else { throw Self.duplicate(key, scanner) }
      nodeMarks[childNode] = generation
      nodeMembers[childNode] = node == 0 ? members.count : nodeMembers[node]
      let value = try readValue(&scanner, node: childNode)
      if node == 0 { members.append(Member(key: key, value: value, isLeft: false)) }
    }
  }

  private mutating func readElements(
    _ scanner: inout JSONScanner, node: Int
  ) throws(JSONError) {
    var index = 0
    try scanner.open()
    while try scanner.nextElement() {
      if let child = tree.child(of: node, index: index) {
        let childNode = tree.childNodes[child]
        nodeMarks[childNode] = generation
        nodeMembers[childNode] = node == 0 ? members.count : nodeMembers[node]
        let value = try readValue(&scanner, node: childNode)
        if node == 0 { members.append(Member(key: value, value: value, isLeft: false)) }
      } else {
        try readLeft(&scanner, node: node, key: nil)
      }
      index += 1
    }
  }

  /// Reads a value that no pointer leads to or through.
  private mutating func readLeft(
    _ scanner: inout JSONScanner, node: Int, key: JSONToken?
  ) throws(JSONError) {
    let value = try scanner.skipValue()
    if node == 0 {
      members.append(Member(key: key ?? value, value: value, isLeft: true))
    } else if !value.isBlank, leftNodes.last != node {
      leftNodes.append(node)
    }
  }

  private mutating func child(
    of node: Int, key: JSONToken, _ scanner: borrowing JSONScanner, hint: Int
  ) -> Int? {
    guard key.hasEscapes else {
      return tree.child(of: node, key: scanner.text.extracting(key.contents), hint: hint)
    }
    scratch.removeAll(keepingCapacity: true)
    scanner.append(key, to: &scratch)
    return tree.child(of: node, key: scratch.span, hint: hint)
  }
}

extension JSONRecordParser {
  /// Appends the first of a field's values that is neither null nor empty.
  private mutating func append(
    _ slots: Range<Int>, _ scanner: borrowing JSONScanner, to batch: inout RecordBatch
  ) {
    for slot in slots {
      let node = tree.nodes[slot]
      guard node >= 0 else {
        let index = tree.outward.firstIndex { $0.slot == slot } ?? 0
        if outwardTexts[index].isEmpty { continue }
        let text = outwardTexts[index]
        batch.append(field: text.span)
        return
      }
      guard tokenMarks[slot] == generation, !tokens[slot].isBlank else { continue }
      takenMarks[node] = generation
      guard tokens[slot].hasEscapes else {
        return batch.append(field: scanner.text.extracting(tokens[slot].contents))
      }
      scratch.removeAll(keepingCapacity: true)
      scanner.append(tokens[slot], to: &scratch)
      return batch.append(field: scratch.span)
    }
    batch.append(field: scanner.text.extracting(0..<0))
  }

  /// Finds the members of the record that hold something which no field took.
  private mutating func markLeftMembers() {
    for slot in tokens.indices where tokenMarks[slot] == generation {
      if !tokens[slot].isBlank { markLeft(tree.nodes[slot]) }
    }
    for node in leftNodes { markLeft(node) }
  }

  private mutating func markLeft(_ node: Int) {
    var around = node
    while around >= 0 {
      if takenMarks[around] == generation { return }
      around = tree.parents[around]
    }
    if node > 0 { members[nodeMembers[node]].isLeft = true }
  }

  private mutating func appendOther(
    _ scanner: borrowing JSONScanner, to batch: inout RecordBatch, isTaken: Bool
  ) {
    scratch.removeAll(keepingCapacity: true)
    if !isTaken {
      for (number, member) in members.enumerated() where member.isLeft {
        scratch.append(scratch.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
        if isList {
          scratch.append("\"\(number)\"")
        } else {
          scratch.append(scanner.text.extracting(member.key.range))
        }
        scratch.append(UInt8(ascii: ":"))
        scratch.append(scanner.text.extracting(member.value.range))
      }
      if !scratch.isEmpty { scratch.append(UInt8(ascii: "}")) }
    }
    batch.append(field: scratch.span)
  }

  /// Two members of one key among those that no field speaks of: only one could be found again.
  private func refuseDuplicates(_ scanner: borrowing JSONScanner) throws(JSONError) {
    let left = members.count { $0.isLeft }
    guard left > 1, !isList else { return }
    guard left <= 16, !members.contains(where: { $0.isLeft && $0.key.hasEscapes }) else {
      var seen: Set<[UInt8]> = []
      for member in members where member.isLeft {
        var key: [UInt8] = []
        scanner.append(member.key, to: &key)
        guard seen.insert(key).inserted else { throw Self.duplicate(member.key, scanner) }
      }
      return
    }
    for second in members.indices where members[second].isLeft {
      let key = scanner.text.extracting(members[second].key.contents)
      for first in 0..<second where members[first].isLeft {
        guard !scanner.text.extracting(members[first].key.contents).equals(key) else {
          throw Self.duplicate(members[second].key, scanner)
        }
      }
    }
  }

  private static func duplicate(
    _ key: JSONToken, _ scanner: borrowing JSONScanner
  ) -> JSONError {
    var text: [UInt8] = []
    scanner.append(key, to: &text)
    let name = String(decoding: text.prefix(40), as: UTF8.self)
    return scanner.fault(
      "the key '\(name)' occurs twice in one object", at: key.start, kind: .repeatedKey)
  }
}
