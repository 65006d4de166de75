import Bytes
import Tabular

/// Turns the events of a parser into records: what the record reader knows beside libxml2.
///
/// While a record is open its elements are kept as a list in document order, its texts in one
/// buffer, so that the text of an element is a range of it and nothing is allocated per element.
@safe struct XMLRecordBuilder {
  private struct Element {
    let name: UInt
    let parent: Int
    let textStart: Int
    var textEnd: Int
    var hasChildren = false
    /// It has text of its own beside white space.
    var hasText = false
    /// A field took its text with that of all elements in it.
    var isUsed = false
    /// A field took the text that stands directly in it.
    var isOwnTextUsed = false
  }

  private struct Attribute {
    let name: UInt
    let element: Int
    let start: Int
    let end: Int
    var isUsed = false
  }

  /// A run of text that stands directly in one element.
  private struct Piece {
    let element: Int
    let start: Int
    var end: Int
  }

  /// The first text that a path led to.
  private struct Match {
    enum Source { case none, element, attribute, ownText }
    var source = Source.none
    var index = 0
    var range = 0..<0
  }

  private(set) var batch: RecordBatch
  /// Records read so far.
  private(set) var position = 0
  /// Why reading cannot go on.
  private(set) var failure: String?
  /// Open elements.
  private(set) var depth = 0
  /// Elements that are in no record, those around the records included.
  private(set) var outsideCount = 0

  private let maximumDepth: Int
  private let maximumLength: Int
  private var names = XMLNameTable()
  private var records: XMLPathMachine
  private var fields: XMLPathMachine
  /// The paths of each field, of all paths in one row.
  private let alternatives: [Range<Int>]
  /// For each path the number of its attribute's name; 0 for an element.
  private let attributeSymbols: [Int]
  private let ownAttributePaths: [Int]
  private let ownTextPaths: [Int]

  /// The depth of the element of the open record; 0 outside records.
  private var recordDepth = 0
  private var current = 0
  private var elements: [Element] = []
  private var attributes: [Attribute] = []
  private var pieces: [Piece] = []
  private var matches: [Match]
  private var texts: [UInt8] = []
  private var attributeTexts: [UInt8] = []
  private var ownText: [UInt8] = []
  private var leftovers = XMLLeftovers()

  init(record: XMLPath, fields paths: [[XMLPath]], maximumDepth: Int, maximumLength: Int) {
    self.maximumDepth = maximumDepth
    self.maximumLength = maximumLength
    batch = RecordBatch(width: paths.count + 1)
    records = XMLPathMachine([record.steps], names: &names)
    var alternatives: [Range<Int>] = []
    var all: [XMLPath] = []
    for paths in paths {
      alternatives.append(all.count..<all.count + paths.count)
      all.append(contentsOf: paths)
    }
    self.alternatives = alternatives
    var names = names
    attributeSymbols = all.map { path in path.attribute.map { names.insert($0) } ?? 0 }
    ownAttributePaths = all.indices.filter { all[$0].isOwnAttribute }
    ownTextPaths = all.indices.filter { all[$0].steps.isEmpty && all[$0].attribute == nil }
    fields = XMLPathMachine(all.map(\.steps), names: &names)
    self.names = names
    matches = Array(repeating: Match(), count: all.count)
  }

  /// The records that were completed since the last call.
  mutating func takeBatch() -> RecordBatch {
    let full = batch
    batch = RecordBatch(width: full.width)
    return full
  }

  /// An element opens.
  ///
  /// - Parameters:
  ///   - name: its local name.
  ///   - values: five pointers an attribute: local name, prefix, namespace, and where its value
  ///     begins and ends.
  ///   - count: how many attributes there are.
  mutating func open(
    _ name: UnsafePointer<UInt8>,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) {
    depth += 1
    guard depth <= maximumDepth else {
      return fail("elements are nested more than \(maximumDepth) deep")
    }
    let symbol = unsafe names.symbol(of: name)
    let isRecord: Bool
    var isEnd = false
    if recordDepth == 0 {
      isRecord = records.open(symbol)
      guard isRecord else {
        outsideCount += 1
        return
      }
      recordDepth = depth
      startRecord()
    } else {
      isRecord = false
      isEnd = fields.open(symbol)
      elements[current].hasChildren = true
    }
    elements.append(
      Element(
        name: UInt(bitPattern: name), parent: current, textStart: texts.count, textEnd: texts.count)
    )
    current = elements.count - 1
    for i in 0..<count {
      guard let values = unsafe values, let name = unsafe values[5 * i],
        let start = unsafe values[5 * i + 3], let end = unsafe values[5 * i + 4]
      else { continue }
      let text = unsafe UnsafeBufferPointer(start: start, count: end - start)
      append(attribute: UInt(bitPattern: name), unsafe text.span)
      let symbol = unsafe names.symbol(of: name)
      guard symbol != 0 else { continue }
      if isRecord {
        for path in ownAttributePaths where attributeSymbols[path] == symbol {
          matchAttribute(path)
        }
      } else if isEnd {
        matchAttribute(named: symbol)
      }
    }
    checkLength()
  }

  /// The innermost element closes.
  mutating func close() {
    defer { depth -= 1 }
    guard recordDepth > 0 else { return records.close() }
    elements[current].textEnd = texts.count
    guard depth > recordDepth else {
      endRecord()
      recordDepth = 0
      return records.close()
    }
    for word in 0..<fields.width {
      var bits = fields.ends(word)
      while bits != 0 {
        matchElement(fields.paths[word * 64 + bits.trailingZeroBitCount])
        bits &= bits &- 1
      }
    }
    fields.close()
    current = elements[current].parent
  }

  /// Text of the innermost element, or a part of it.
  mutating func append(_ text: Span<UInt8>) {
    guard recordDepth > 0 else { return }
    let start = texts.count
    texts.append(text)
    if let last = pieces.indices.last, pieces[last].element == current, pieces[last].end == start {
      pieces[last].end = texts.count
    } else {
      pieces.append(Piece(element: current, start: start, end: texts.count))
    }
    if !elements[current].hasText {
      elements[current].hasText = !Self.trimmed(start..<texts.count, of: texts.span).isEmpty
    }
    checkLength()
  }

  /// Keeps the first failure.
  mutating func fail(_ reason: String) {
    if failure == nil { failure = reason }
  }
}

extension XMLRecordBuilder {
  private mutating func startRecord() {
    elements.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    attributeTexts.removeAll(keepingCapacity: true)
    for path in matches.indices { matches[path].source = .none }
    current = 0
  }

  private mutating func checkLength() {
    // An element weighs as much as a byte, so that a record of empty elements has an end too.
    guard texts.count + attributeTexts.count + elements.count > maximumLength else { return }
    fail("one record holds more than \(maximumLength) bytes of text")
  }

  private mutating func append(attribute name: UInt, _ value: Span<UInt8>) {
    let start = attributeTexts.count
    var i = 0
    while i < value.count {
      // libxml2 leaves an ampersand as a reference, for a tree builder to resolve.
      attributeTexts.append(value[i])
      let isReference =
        value[i] == UInt8(ascii: "&") && i + 5 <= value.count
        && value.extracting(i..<i + 5).equals("&#38;")
      i += isReference ? 5 : 1
    }
    attributes.append(
      Attribute(name: name, element: current, start: start, end: attributeTexts.count))
  }

  private mutating func matchAttribute(named symbol: Int) {
    for word in 0..<fields.width {
      var bits = fields.ends(word)
      while bits != 0 {
        let path = fields.paths[word * 64 + bits.trailingZeroBitCount]
        if attributeSymbols[path] == symbol { matchAttribute(path) }
        bits &= bits &- 1
      }
    }
  }

  private mutating func matchAttribute(_ path: Int) {
    guard matches[path].source == .none, let last = attributes.last else { return }
    let range = Self.trimmed(last.start..<last.end, of: attributeTexts.span)
    guard !range.isEmpty else { return }
    matches[path] = Match(source: .attribute, index: attributes.count - 1, range: range)
  }

  private mutating func matchElement(_ path: Int) {
    guard attributeSymbols[path] == 0 else { return }
    // An element closes after those in it, but comes before them.
    guard matches[path].source == .none || matches[path].index > current else { return }
    let element = elements[current]
    let range = Self.trimmed(element.textStart..<element.textEnd, of: texts.span)
    guard !range.isEmpty else { return }
    matches[path] = Match(source: .element, index: current, range: range)
  }

  private mutating func endRecord() {
    if !ownTextPaths.isEmpty, elements[0].hasText {
      ownText.removeAll(keepingCapacity: true)
      for piece in pieces where piece.element == 0 {
        ownText.append(contentsOf: texts[piece.start..<piece.end])
      }
      let range = Self.trimmed(ownText.indices, of: ownText.span)
      for path in ownTextPaths { matches[path] = Match(source: .ownText, index: 0, range: range) }
    }
    for paths in alternatives {
      let match = paths.first { matches[$0].source != .none }.map { matches[$0] } ?? Match()
      switch match.source {
      case .none:
        batch.append(ownText, 0..<0)
      case .element:
        elements[match.index].isUsed = true
        batch.append(texts, match.range)
      case .attribute:
        attributes[match.index].isUsed = true
        batch.append(attributeTexts, match.range)
      case .ownText:
        elements[0].isOwnTextUsed = true
        batch.append(ownText, match.range)
      }
    }
    gatherLeftovers()
    batch.append(leftovers.json, leftovers.json.indices)
    position += 1
    batch.endRecord(position: position)
  }

  /// Collects in `ownText` the pieces of the element that has the next piece.
  ///
  /// The pieces must be in the order of their elements.
  private mutating func gatherOwnText(from next: inout Int) {
    ownText.removeAll(keepingCapacity: true)
    let element = next < pieces.count ? pieces[next].element : 0
    while next < pieces.count, pieces[next].element == element {
      ownText.append(contentsOf: texts[pieces[next].start..<pieces[next].end])
      next += 1
    }
  }

  /// Collects the texts of the record that no field took.
  private mutating func gatherLeftovers() {
    leftovers.removeAll()
    var nextAttribute = 0
    var nextPiece = 0
    var isSorted = false
    for index in elements.indices {
      if index > 0, elements[elements[index].parent].isUsed { elements[index].isUsed = true }
      while nextAttribute < attributes.count, attributes[nextAttribute].element == index {
        let attribute = attributes[nextAttribute]
        nextAttribute += 1
        let range = Self.trimmed(attribute.start..<attribute.end, of: attributeTexts.span)
        guard !attribute.isUsed, !range.isEmpty else { continue }
        appendPath(to: index)
        leftovers.append(attributeName: attribute.name)
        leftovers.endMember(attributeTexts, range)
      }
      let element = elements[index]
      guard element.hasText, !element.isUsed, !element.isOwnTextUsed else { continue }
      appendPath(to: index)
      if element.hasChildren {
        if !isSorted {
          pieces.sort { ($0.element, $0.start) < ($1.element, $1.start) }
          isSorted = true
        }
        while nextPiece < pieces.count, pieces[nextPiece].element < index { nextPiece += 1 }
        gatherOwnText(from: &nextPiece)
        let range = Self.trimmed(ownText.indices, of: ownText.span)
        leftovers.endMember(ownText, range)
      } else {
        let range = Self.trimmed(element.textStart..<element.textEnd, of: texts.span)
        leftovers.endMember(texts, range)
      }
      guard leftovers.length <= maximumLength else {
        return fail("one record holds more than \(maximumLength) bytes that no field takes")
      }
    }
    leftovers.finish()
  }

  /// Writes the names that lead from the record to one of its elements.
  private mutating func appendPath(to element: Int) {
    guard element > 0 else { return }
    appendPath(to: elements[element].parent)
    leftovers.append(elementName: elements[element].name)
  }

  private static func trimmed(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d
    }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }
}

extension RecordBatch {
  fileprivate mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    append(field: bytes.span.extracting(range))
  }
}
