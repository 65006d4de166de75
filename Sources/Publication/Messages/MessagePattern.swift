/// A text with named places: `{count} accounts were taken down by {agency}`.
struct MessagePattern: Hashable, Sendable {
  /// What a pattern is made of, in its order.
  enum Piece: Hashable, Sendable {
    case text(String)
    case place(String)
  }

  let pieces: [Piece]

  /// A text of nothing.
  static let empty = MessagePattern(pieces: [])

  private init(pieces: [Piece]) {
    self.pieces = pieces
  }

  /// Reads a pattern; nil where a brace has no partner or nothing is between two.
  init?(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      let inside = rest[rest.index(after: open)...]
      guard rest[open] == "{", let end = inside.firstIndex(where: { $0 == "{" || $0 == "}" }),
        inside[end] == "}", end > inside.startIndex
      else { return nil }
      pieces.append(.place(String(inside[..<end])))
      rest = inside[inside.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The names of the places, each once, in their order.
  var places: [String] {
    var names: [String] = []
    for case .place(let name) in pieces where !names.contains(name) { names.append(name) }
    return names
  }

  /// The text with its places filled; one that has nothing to stand there stays as it is.
  func filled(_ values: [String: String]) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let literal): text += literal
      case .place(let name): text += values[name] ?? "{\(name)}"
      }
    }
  }

  /// What stands in the places of a text that was made of this pattern; nil for any other text.
  ///
  /// Each place is as short as it can be, and none is empty.
  func values(in text: String) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = text[...]
    var open: String?
    for piece in pieces {
      switch piece {
      case .place(let name): open = name
      case .text(let literal):
        guard let name = open else {
          guard rest.hasPrefix(literal) else { return nil }
          rest = rest.dropFirst(literal.count)
          continue
        }
        guard let (value, after) = Self.cut(rest, before: literal) else { return nil }
        values[name] = value
        rest = after
        open = nil
      }
    }
    guard let open else { return rest.isEmpty ? values : nil }
    guard !rest.isEmpty else { return nil }
    values[open] = String(rest)
    return values
  }

  /// The text up to some words that do not stand at its start, and what follows them.
  private static func cut(
    _ text: Substring, before words: String
  ) -> (value: String, after: Substring)? {
    var place = text.startIndex
    while place < text.endIndex {
      place = text.index(after: place)
      if text[place...].hasPrefix(words) {
        return (String(text[..<place]), text[place...].dropFirst(words.count))
      }
    }
    return nil
  }
}
