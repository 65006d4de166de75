import Bytes
import Tabular

/// Turns the events of a parser into records: what the record reader knows beside libxml2.
///
/// While a record is open its elements are kept as a list in document order, its texts in one
/// buffer, so that the text of an element is a range of it and nothing is allocated per element.
@safe struct XMLRecordBuilder {
  /// What fills one field of a batch.
  struct Column {
    /// The first with a text wins.
    var paths: [XMLPath]
    /// Whether a text that was taken still counts as one that no field took.
    var leavesText = false
  }

  struct Element {
    let name: UInt
    let parent: Int
    let textStart: Int
    var textEnd: Int
    /// The element after all those in it.
    var next: Int
    /// It has text of its own beside white space.
    var hasText = false
    /// A field took its text with that of all elements in it.
    var isUsed = false
    /// A field took the text that stands directly in it.
    var isOwnTextUsed = false
  }

  struct Attribute {
    let name: UInt
    let element: Int
    let start: Int
    let end: Int
    var isUsed = false
  }

  /// The first text that a path led to.
  struct Match {
    enum Source { case none, element, attribute, ownText }
    var source = Source.none
    var index = 0
    var range = 0..<0
    /// Whether the path led to another text later.
    var hasOthers = false
  }

  var batch: RecordBatch
  /// The lines on which the records of the batch begin, where they are asked for.
  var lines: [Int] = []
  /// Records read so far.
  var position = 0
  /// Why reading cannot go on.
  private(set) var failure: String?
  private(set) var hasFailed = false
  /// Open elements.
  private(set) var depth = 0
  /// Elements that are in no record, those around the records included.
  private(set) var outsideCount = 0

  let maximumLength: Int
  /// Elements without text fill the memory too.
  private let maximumElements: Int
  private let maximumDepth: Int
  /// Whether the texts that no field took are kept, in a column of their own.
  let keepsRest: Bool
  private var vocabulary: XMLVocabulary
  private var records: XMLPathMachine
  private var fields: XMLPathMachine
  /// The paths of each column, of all paths in one row.
  let alternatives: [Range<Int>]
  let leavesText: [Bool]
  /// For each path the attribute at its end.
  private let attributeNames: [XMLPath.Name?]
  private let ownAttributePaths: [Int]
  let ownTextPaths: [Int]

  /// The depth of the element of the open record; 0 outside records.
  private var recordDepth = 0
  private var current = 0
  var elements: [Element] = []
  var attributes: [Attribute] = []
  var matches: [Match]
  /// The matches that a record must clear.
  private var hasMatches = false
  var texts: [UInt8] = []
  var attributeTexts: [UInt8] = []
  var ownText: [UInt8] = []
  var leftovers = XMLLeftovers()

  init(
    record: XMLPath, columns: [Column], keepsRest: Bool = true, maximumDepth: Int,
    maximumLength: Int
  ) {
    self.maximumDepth = maximumDepth
    self.maximumLength = maximumLength
    maximumElements = max(1024, maximumLength / 16)
    self.keepsRest = keepsRest
    batch = RecordBatch(width: columns.count + (keepsRest ? 1 : 0))
    var alternatives: [Range<Int>] = []
    var all: [XMLPath] = []
    for column in columns {
      alternatives.append(all.count..<all.count + column.paths.count)
      all.append(contentsOf: column.paths)
    }
    self.alternatives = alternatives
    leavesText = columns.map(\.leavesText)
    attributeNames = all.map(\.attribute)
    ownAttributePaths = all.indices.filter { all[$0].isOwnAttribute }
    ownTextPaths = all.indices.filter { all[$0].steps.isEmpty && all[$0].attribute == nil }
    vocabulary = XMLVocabulary([record] + all)
    records = XMLPathMachine([record.steps], vocabulary)
    fields = XMLPathMachine(all.map(\.steps), vocabulary)
    matches = Array(repeating: Match(), count: all.count)
  }

  /// The records that were completed since the last call.
  mutating func takeBatch() -> RecordBatch {
    let full = batch
    batch = RecordBatch(width: full.width)
    return full
  }

  /// Whether the innermost element is the element of a record.
  var isAtRecord: Bool { recordDepth > 0 && recordDepth == depth }

  /// An element opens.
  ///
  /// - Parameters:
  ///   - name: its local name.
  ///   - namespace: nil where it has none.
  ///   - values: five pointers an attribute: local name, prefix, namespace, and where its value
  ///     begins and ends.
  ///   - count: how many attributes there are.
  mutating func open(
    _ name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int
  ) {
    depth += 1
    guard depth <= maximumDepth else {
      return fail("elements are nested more than \(maximumDepth) deep")
    }
    let symbol = unsafe vocabulary.symbol(of: name, namespace: namespace)
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
    }
    let index = elements.count
    elements.append(
      Element(
        name: UInt(bitPattern: name), parent: current, textStart: texts.count, textEnd: texts.count,
        next: index + 1))
    current = index
    for i in 0..<count {
      guard let values = unsafe values, let name = unsafe values[5 * i],
        let start = unsafe values[5 * i + 3], let end = unsafe values[5 * i + 4]
      else { continue }
      let text = unsafe UnsafeBufferPointer(start: start, count: end - start)
      append(attribute: UInt(bitPattern: name), unsafe text.span)
      guard isRecord ? !ownAttributePaths.isEmpty : isEnd else { continue }
      let symbol = unsafe vocabulary.symbol(of: name, namespace: values[5 * i + 2])
      guard symbol != 0 else { continue }
      if isRecord {
        for path in ownAttributePaths { matchAttribute(path, symbol) }
      } else {
        matchAttribute(symbol)
      }
    }
    checkLength()
  }

  /// The innermost element closes.
  mutating func close() {
    defer { depth -= 1 }
    guard recordDepth > 0 else { return records.close() }
    elements[current].textEnd = texts.count
    elements[current].next = elements.count
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
    texts.append(text)
    if !elements[current].hasText {
      elements[current].hasText = text.indices.contains { !Self.isSpace(text[$0]) }
    }
    if texts.count > maximumLength { checkLength() }
  }

  /// Keeps the first failure.
  mutating func fail(_ reason: String) {
    if failure == nil { failure = reason }
    hasFailed = true
  }

  private mutating func startRecord() {
    elements.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    attributeTexts.removeAll(keepingCapacity: true)
    if hasMatches {
      for path in matches.indices { matches[path].source = .none }
      hasMatches = false
    }
    current = 0
  }

  private mutating func checkLength() {
    if texts.count + attributeTexts.count > maximumLength {
      fail("one record holds more than \(maximumLength) bytes of text")
    }
    if elements.count + attributes.count > maximumElements {
      fail("one record holds more than \(maximumElements) elements and attributes")
    }
  }

  private mutating func append(attribute name: UInt, _ value: Span<UInt8>) {
    let first = attributeTexts.count
    if !value.contains(UInt8(ascii: "&")) {
      attributeTexts.append(value)
    } else {
      var i = 0
      while i < value.count {
        // libxml2 leaves an ampersand as a reference, for a tree builder to resolve.
        attributeTexts.append(value[i])
        let isReference =
          value[i] == UInt8(ascii: "&") && i + 5 <= value.count
          && value.extracting(i..<i + 5).equals("&#38;")
        i += isReference ? 5 : 1
      }
    }
    attributes.append(
      Attribute(name: name, element: current, start: first, end: attributeTexts.count))
  }

  private mutating func matchAttribute(_ symbol: Int) {
    for word in 0..<fields.width {
      var bits = fields.ends(word)
      while bits != 0 {
        matchAttribute(fields.paths[word * 64 + bits.trailingZeroBitCount], symbol)
        bits &= bits &- 1
      }
    }
  }

  private mutating func matchAttribute(_ path: Int, _ symbol: Int) {
    guard let name = attributeNames[path], vocabulary.meets(symbol, name),
      let last = attributes.last
    else { return }
    let range = Self.trimmed(last.start..<last.end, of: attributeTexts.span)
    guard !range.isEmpty else { return }
    guard matches[path].source == .none else {
      if isOther(path, attributeTexts.span, range) { matches[path].hasOthers = true }
      return
    }
    matches[path] = Match(source: .attribute, index: attributes.count - 1, range: range)
    hasMatches = true
  }

  private mutating func matchElement(_ path: Int) {
    guard attributeNames[path] == nil else { return }
    let range = Self.trimmed(
      elements[current].textStart..<elements[current].textEnd, of: texts.span)
    guard !range.isEmpty else { return }
    // An element closes after those in it, but comes before them.
    guard matches[path].source == .none || matches[path].index > current else {
      if isOther(path, texts.span, range) { matches[path].hasOthers = true }
      return
    }
    matches[path] = Match(source: .element, index: current, range: range)
    hasMatches = true
  }

  /// Whether a text to which a path leads is not the one for which it is taken.
  private func isOther(_ path: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = matches[path].range
    return matches[path].source == .attribute
      ? !attributeTexts.span.extracting(first).equals(text.extracting(range))
      : !texts.span.extracting(first).equals(text.extracting(range))
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0a || byte == 0x09 || byte == 0x0d
  }

  static func trimmed(_ range: Range<Int>, of text: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }
}
