import Bytes
import Tabular

/// Finds the lists of records in a document, with what fields want from the objects around them.
struct JSONListFinder {
  /// An array of records.
  struct List {
    let start: Int
    let end: Int
    /// The text of each outward pointer, empty where it leads to nothing.
    let outwardTexts: [[UInt8]]
  }

  /// Keys that are named in a message.
  static let keyLimit = 10

  private let pointer: JSONPointer?
  private let outward: [JSONPointer]
  private var lists: [List] = []
  /// For each object around the current place, the outermost first, the text that each outward
  /// pointer leads to from there.
  private var around: [[[UInt8]]] = []

  init(pointer: JSONPointer?, outward: [JSONPointer]) {
    self.pointer = pointer
    self.outward = outward
  }

  /// - Throws: `JSONError` for a document that is ill-formed or has no list where it should be.
  mutating func lists(in document: Span<UInt8>) throws(JSONError) -> [List] {
    var scanner = JSONScanner(document)
    scanner.skipByteOrderMark()
    let whole = try scanner.skipValue()
    try scanner.finish()
    lists = []
    let isList = try visit(whole, document, segments: pointer?.segments[...] ?? [], isMany: false)
    if !isList || lists.isEmpty, let pointer, pointer.segments.contains("*"),
      try !isEmptyArray(whole, document, pointer.segments[...])
    {
      throw JSONError(
        at: whole.start, of: document, kind: .noRecords,
        reason: "there is no list of records at '\(pointer)'")
    }
    return lists
  }

  /// Follows the rest of the pointer; returns false where an element of many lacks it.
  private mutating func visit(
    _ token: JSONToken, _ document: Span<UInt8>, segments: ArraySlice<String>, isMany: Bool
  ) throws(JSONError) -> Bool {
    guard let segment = segments.first else {
      guard token.kind == .array else {
        if isMany, token.kind == .null { return false }
        throw notAList(token, document)
      }
      lists.append(List(start: token.start, end: token.end, outwardTexts: outwardTexts))
      return true
    }
    if token.kind == .array, segment == "*" {
      var scanner = JSONScanner(document, from: token.start)
      try scanner.open()
      while try scanner.nextElement() {
        let element = try scanner.skipValue()
        _ = try visit(element, document, segments: segments.dropFirst(), isMany: true)
      }
      return true
    }
    guard let next = try token.step(segment, document) else {
      if isMany { return false }
      throw nothingThere(segment, token, document)
    }
    guard token.kind == .object else {
      return try visit(next, document, segments: segments.dropFirst(), isMany: isMany)
    }
    var texts: [[UInt8]] = []
    for pointer in outward { texts.append(try Self.text(of: pointer, from: token, document)) }
    around.append(texts)
    let isList = try visit(next, document, segments: segments.dropFirst(), isMany: isMany)
    around.removeLast()
    return isList
  }

  /// What the outward pointers lead to from a list at the current place.
  private var outwardTexts: [[UInt8]] {
    outward.indices.map { index in
      let level = around.count - outward[index].ascents
      return level >= 0 ? around[level][index] : []
    }
  }

  private static func text(
    of pointer: JSONPointer, from object: JSONToken, _ document: Span<UInt8>
  ) throws(JSONError) -> [UInt8] {
    guard let token = try pointer.value(from: object, document) else { return [] }
    guard !token.isBlank else { return [] }
    guard token.kind == .string else { return document.extracting(token.range).array }
    var text: [UInt8] = []
    JSONScanner(document).append(token, to: &text)
    return text
  }

  /// Whether the arrays at the first `*` are empty, so that there need not be any list.
  private func isEmptyArray(
    _ token: JSONToken, _ document: Span<UInt8>, _ segments: ArraySlice<String>
  ) throws(JSONError) -> Bool {
    var token = token
    for segment in segments {
      if token.kind == .array, segment == "*" {
        var scanner = JSONScanner(document, from: token.start)
        try scanner.open()
        return try !scanner.nextElement()
      }
      guard let next = try token.step(segment, document) else { return false }
      token = next
    }
    return false
  }

  private func notAList(
    _ token: JSONToken, _ document: Span<UInt8>
  ) -> JSONError {
    let keys = Self.keys(of: token, document)
    guard let pointer else {
      return JSONError(
        at: token.start, of: document, kind: .noRecords,
        reason: "expected an array of records, found \(token.noun)\(keys)"
          + (token.kind == .object ? ": set 'records' to the place of the list" : ""))
    }
    return JSONError(
      at: token.start, of: document, kind: .noRecords,
      reason: "expected an array of records at '\(pointer)', found \(token.noun)\(keys)")
  }

  private func nothingThere(
    _ segment: String, _ token: JSONToken, _ document: Span<UInt8>
  ) -> JSONError {
    let keys = Self.keys(of: token, document)
    let hint = token.kind == .array ? ": '*' stands for each element" : ""
    return JSONError(
      at: token.start, of: document, kind: .noRecords,
      reason: "the pointer '\(pointer?.description ?? "")' leads to nothing: there is no "
        + "'\(segment)' in \(token.noun)\(keys)\(hint)")
  }

  /// The keys of an object in words; empty for anything else.
  private static func keys(of token: JSONToken, _ document: Span<UInt8>) -> String {
    token.kind == .object ? keys(of: document.extracting(token.range)) : ""
  }

  /// The keys in words of an object with which a text begins, as far as it is sound.
  static func keys(of text: Span<UInt8>) -> String {
    var scanner = JSONScanner(text)
    var names: [String] = []
    var count = 0
    do throws(JSONError) {
      try scanner.open()
      while let key = try scanner.nextMember() {
        count += 1
        if count <= keyLimit {
          var name: [UInt8] = []
          scanner.append(key, to: &name)
          names.append("'\(String(decoding: name.prefix(40), as: UTF8.self))'")
        }
        _ = try scanner.skipValue()
      }
    } catch {
      // What comes after the fault, or after the end of the text, has no names.
    }
    return words(names, of: count)
  }

  /// The first keys of an object that has a number of them.
  static func words(_ names: [String], of count: Int) -> String {
    guard !names.isEmpty else { return " without keys" }
    let more = count > names.count ? " and \(count - names.count) more" : ""
    return " with the keys \(names.joined(separator: ", "))\(more)"
  }
}
