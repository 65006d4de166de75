import Bytes
import Tabular

/// Takes the records out of JSON documents one after another, with no more than a record in memory.
///
/// A file may hold several documents in a row, with white space or the separator 0x1E of RFC 7464
/// between them. Each holds lists of records where the pointer says; without a pointer each is a
/// list itself, or each is a record, when there are at least two. A record that is not sound is a
/// reject where quotes and brackets tell its end; where they do not, the file is refused. A value
/// that a field takes from an object around a list is looked for ahead where it comes after the
/// list, and all up to there must be held in memory.
struct JSONStreamReader {
  private enum State {
    /// Between documents.
    case document
    /// A member or element of the innermost frame comes next.
    case item
    /// A value of the innermost frame, or a document, was just read.
    case after
    /// A record comes next, or the end of its list where nothing was read of it.
    case record(isFirst: Bool)
    case end
  }

  /// The form that documents without a pointer have.
  private enum Form { case lists, records }

  private let reader: JSONRecordReader
  private let pointer: JSONPointer?
  private let segments: [String]
  private var window: JSONWindow
  private var records: JSONRecordCutter
  private var state = State.document
  private var form: Form?
  private var frames: [JSONFrame] = []
  private let outward: [JSONPointer]
  /// Looking ahead, so that records are stepped over.
  private var isScouting = false
  private var documents = 0
  private var documentPlace = JSONError(line: 1, column: 1, offset: 0, reason: "")
  private var lists = 0
  /// Whether some array that a `*` stands for has elements.
  private var hasElements = false
  /// Bytes that are held for a value which comes after the list.
  private static let scoutLimit = 256 << 20

  /// A reader of the documents of a source; the pointer is as `JSONRecordReader.readDocument` has it.
  init(_ reader: JSONRecordReader, recordsAt pointer: JSONPointer?, source: any ByteSource) {
    self.reader = reader
    self.pointer = pointer
    segments = pointer?.segments ?? []
    outward = reader.tree.outward.map(\.pointer)
    window = JSONWindow(source)
    records = JSONRecordCutter(reader)
  }

  /// The next records and rejects; nil at the end.
  ///
  /// - Throws: `JSONError` where the rest cannot be told into records; what the source throws.
  mutating func next() throws -> RecordBatch? {
    while true {
      if records.isFull { return records.takeBatch() }
      guard try step() else { return records.isEmpty ? nil : records.takeBatch() }
    }
  }

  /// Reads on to the next state; false at the end.
  private mutating func step() throws -> Bool {
    switch state {
    case .document: try readDocument()
    case .item: try readItem()
    case .after: try readAfter()
    case .record(let isFirst): try readList(isFirst: isFirst)
    case .end: return false
    }
    return true
  }
}

extension JSONStreamReader {
  private mutating func readDocument() throws {
    if documents == 0 { try window.skipByteOrderMark() }
    guard let first = try window.peek(skipsSeparators: true) else {
      guard documents > 0 else { throw window.unexpected("a value") }
      if form == .records, documents == 1 { throw loneObject() }
      state = .end
      return
    }
    let isContainer = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    guard documents == 0 || isContainer else { throw window.unexpected("the end of the text") }
    documents += 1
    documentPlace = window.located("")
    lists = 0
    hasElements = false
    guard pointer == nil else {
      state = .after
      return try visit(segment: 0, isMany: false)
    }
    switch first {
    case UInt8(ascii: "["):
      try keep(.lists)
      try enterList()
    case UInt8(ascii: "{"):
      try keep(.records)
      try records.readRecord(&window, keepsKeys: documents == 1)
    default:
      throw try notAList()
    }
  }

  /// Documents in a row must be of one kind: what a record is cannot be guessed.
  private mutating func keep(_ form: Form) throws {
    guard self.form == nil || self.form == form else {
      throw window.located(
        form == .records
          ? "an object follows an array of records: expected documents of one kind"
          : "an array follows an object that is a record: expected documents of one kind")
    }
    self.form = form
  }

  private func loneObject() -> JSONError {
    if let fault = records.lastFault { return fault }
    return documentPlace.saying(
      "expected an array of records, found an object\(records.firstKeys): set 'records' to the "
        + "place of the list", kind: .noRecords)
  }

  /// Goes into a value to follow the rest of the pointer, or past it where that leads nowhere.
  private mutating func visit(segment: Int, isMany: Bool) throws {
    guard let first = try window.peek() else { throw window.unexpected("a value") }
    guard segment < segments.count else {
      if first == UInt8(ascii: "[") { return try enterList() }
      guard isMany, first == UInt8(ascii: "n") else { throw try notAList() }
      return try window.skipValue(depth: frames.count)
    }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else {
      guard isMany else {
        let place = window.located("")
        let token = try window.skipScalar()
        throw place.saying(
          nothingThere(segment, token.noun, isArray: false), kind: .noRecords)
      }
      return try window.skipValue(depth: frames.count)
    }
    let isObject = first == UInt8(ascii: "{")
    guard frames.count < JSONScanner.standardDepth else {
      throw window.located(JSONScanner.tooDeep(JSONScanner.standardDepth), kind: .tooDeep)
    }
    frames.append(
      JSONFrame(
        place: window.located(""), isObject: isObject, segment: segment,
        isMany: isMany || !isObject && segments[segment] == "*", outward: outward.count))
    window.place += 1
    if try window.peek() == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      window.place += 1
      try closeFrame()
    } else {
      state = .item
    }
  }

  private mutating func readItem() throws {
    let last = frames.count - 1
    let segment = frames[last].segment
    let isMany = frames[last].isMany
    let isWanted: Bool
    if frames[last].isObject {
      guard try window.peek() == UInt8(ascii: "\"") else {
        throw window.unexpected("a key in double quotes")
      }
      let place = window.located("")
      let key = try window.readKey()
      isWanted = key.elementsEqual(segments[segment].utf8)
      if isWanted, frames[last].isFound {
        throw place.saying(
          "the key '\(segments[segment])' occurs twice in one object", kind: .text(.repeatedKey))
      }
      frames[last].note(key)
      if isWanted { frames[last].isFound = true }
      if !outward.isEmpty { try capture(key, at: place, isOnTheWay: isWanted) }
    } else if segments[segment] == "*" {
      isWanted = true
      hasElements = true
      frames[last].isFound = true
    } else {
      isWanted = JSONPointer.index(segments[segment]) == frames[last].index
      frames[last].index += 1
      if isWanted { frames[last].isFound = true }
    }
    state = .after
    if isWanted {
      try visit(segment: segment + 1, isMany: isMany)
    } else {
      try window.skipValue(depth: frames.count)
    }
  }

  private mutating func readAfter() throws {
    guard let frame = frames.last else {
      if lists == 0, hasElements {
        throw documentPlace.saying(
          "there is no list of records at '\(pointer?.description ?? "")'", kind: .noRecords)
      }
      state = .document
      return
    }
    let next = try window.peek()
    if next == UInt8(ascii: ",") {
      window.place += 1
      state = .item
    } else if next == (frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      window.place += 1
      try closeFrame()
    } else {
      throw window.unexpected(frame.isObject ? "',' or '}'" : "',' or ']'")
    }
  }

  private mutating func closeFrame() throws {
    state = .after
    guard let frame = frames.popLast(), !frame.isFound, !frame.isMany else { return }
    throw frame.place.saying(
      nothingThere(frame.segment, frame.noun, isArray: !frame.isObject), kind: .noRecords)
  }
}

extension JSONStreamReader {
  private mutating func enterList() throws {
    window.place += 1
    lists += 1
    state = .record(isFirst: true)
    if !outward.isEmpty, !isScouting { records.outwardTexts = try outwardTexts() }
  }

  private mutating func readList(isFirst: Bool) throws {
    if isFirst, try window.peek() == UInt8(ascii: "]") {
      window.place += 1
      state = .after
      return
    }
    state = .record(isFirst: false)
    while !records.isFull {
      if isScouting {
        try limitScouting()
        guard try window.peek() != nil else { throw window.unexpected("a value") }
        window.place = try window.valueEnd(limit: Self.scoutLimit, tooLong: JSONWindow.tooLong)
      } else {
        try records.readRecord(&window)
      }
      let next = try window.peek()
      guard let next, next == UInt8(ascii: ",") || next == UInt8(ascii: "]") else {
        throw records.lastFault ?? window.unexpected("',' or ']'")
      }
      window.place += 1
      guard next == UInt8(ascii: ",") else {
        state = .after
        return
      }
      guard try window.peek() != nil else { throw window.unexpected("a value") }
    }
  }

  private mutating func notAList() throws -> JSONError {
    let place = window.located("")
    let expected =
      "expected an array of records" + (pointer.map { " at '\($0)'" } ?? "") + ", found "
    guard try window.peek() == UInt8(ascii: "{") else {
      return place.saying(expected + (try window.skipScalar()).noun, kind: .noRecords)
    }
    return place.saying(
      expected + "an object" + (try window.keysInWords()), kind: .noRecords)
  }

  private func nothingThere(_ segment: Int, _ noun: String, isArray: Bool) -> String {
    "the pointer '\(pointer?.description ?? "")' leads to nothing: there is no "
      + "'\(segments[segment])' in \(noun)\(isArray ? ": '*' stands for each element" : "")"
  }
}

extension JSONStreamReader {
  /// Takes what pointers out of the records lead to, if the member that comes next is on their way.
  private mutating func capture(_ key: [UInt8], at place: JSONError, isOnTheWay: Bool) throws {
    let last = frames.count - 1
    for number in outward.indices {
      let pointer = outward[number]
      guard let name = pointer.segments.first, key.elementsEqual(name.utf8) else { continue }
      guard !frames[last].isMet[number] else {
        throw place.saying(
          "the key '\(name)' occurs twice in one object", kind: .text(.repeatedKey))
      }
      frames[last].isMet[number] = true
      guard !isOnTheWay else {
        frames[last].texts[number] = []
        continue
      }
      guard frames[last].texts[number] == nil else { continue }
      frames[last].texts[number] = try window.textOfValue(at: pointer.segments.dropFirst())
    }
  }

  /// The frame from which a pointer out of a list at the current place is followed.
  private func frame(of pointer: JSONPointer) -> Int? {
    let objects = frames.indices.filter { frames[$0].isObject }
    let place = objects.count - pointer.ascents
    return place >= 0 ? objects[place] : nil
  }

  /// What the pointers lead to from the list that was entered.
  private mutating func outwardTexts() throws -> [[UInt8]] {
    let sources = outward.map { frame(of: $0) }
    if outward.indices.contains(where: { !isKnown($0, sources[$0]) }) { try scout(sources) }
    return outward.indices.map { number in
      sources[number].flatMap { frames[$0].texts[number] } ?? []
    }
  }

  private func isKnown(_ number: Int, _ frame: Int?) -> Bool {
    guard let frame, frame < frames.count else { return true }
    return frames[frame].texts[number] != nil
  }

  private func limitScouting() throws {
    guard window.keptCount > Self.scoutLimit else { return }
    throw documentPlace.saying(
      "a field with '../' leads to a value that comes more than \(Self.scoutLimit >> 20) MiB after "
        + "the start of its list: have the agency send the log in parts", kind: .text(.tooLong))
  }

  /// Reads ahead until all is known that can be, and comes back.
  private mutating func scout(_ sources: [Int?]) throws {
    let saved = (state: state, frames: frames, lists: lists, hasElements: hasElements)
    var texts = saved.frames.map(\.texts)
    window.mark()
    isScouting = true
    while outward.indices.contains(where: { !isKnown($0, sources[$0]) }) {
      _ = try step()
      for number in outward.indices {
        guard let source = sources[number], source < frames.count else { continue }
        texts[source][number] = frames[source].texts[number]
      }
    }
    isScouting = false
    window.rewind()
    (state, frames, lists, hasElements) = saved
    for number in outward.indices {
      guard let source = sources[number] else { continue }
      frames[source].texts[number] = texts[source][number] ?? []
    }
  }
}
