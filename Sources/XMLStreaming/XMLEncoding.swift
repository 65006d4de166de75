import Bytes

/// How the bytes of a document are told to be text, from its beginning (XML 1.0, appendix F).
enum XMLEncoding: Hashable {
  /// UTF-8, which the parser reads as it is.
  case plain(ignoresDeclaration: Bool)
  /// An encoding that must be converted, by its name.
  case converted(String)

  /// Bytes that a declaration may have before it is taken for none.
  static let longestDeclaration = 1024

  /// What the document is in; nil where more of it must be seen.
  ///
  /// An encoding that `stated` gives wins over the document's own word. A byte order mark and a
  /// pattern of NUL bytes win over the declaration, which is readable only because of them.
  ///
  /// - Throws: `XMLError` where the declaration cannot be true.
  init?(start: Span<UInt8>, stated: String?, isWhole: Bool) throws(XMLError) {
    guard start.count >= 5 || isWhole else { return nil }
    let pattern = Self.pattern(start)
    if let stated {
      if Self.isUTF8(stated) {
        self = .plain(ignoresDeclaration: true)
      } else if Self.isWide(stated), let pattern, Self.isWide(pattern) {
        self = .converted(pattern)
      } else {
        self = .converted(stated)
      }
      return
    }
    if let pattern, Self.isWide(pattern) {
      self = .converted(pattern)
      return
    }
    if start.count >= 3, start.extracting(0..<3).equals("\u{feff}") {
      self = .plain(ignoresDeclaration: true)
      return
    }
    var declaration = start.array
    if pattern != nil { declaration = declaration.map(Self.ebcdic) }
    guard declaration.starts(with: Array("<?xml".utf8)) else {
      self = .plain(ignoresDeclaration: false)
      return
    }
    let end = Self.end(of: declaration.span)
    guard let end = end ?? (isWhole || start.count >= Self.longestDeclaration ? start.count : nil)
    else { return nil }
    let name = Self.name(declaration.span.extracting(0..<end))
    guard let name, !Self.isUTF8(name) else {
      self = pattern.map { .converted($0) } ?? .plain(ignoresDeclaration: false)
      return
    }
    guard !Self.isWide(name) else {
      throw XMLError(
        line: 1, column: 1,
        reason: """
          the document says that it is in the encoding '\(name.prefix(40))', which its bytes are not; \
          declare the encoding that it is in, such as UTF-8, in the pipeline file
          """)
    }
    self = .converted(name)
  }

  private static func isUTF8(_ name: String) -> Bool {
    ["utf-8", "utf8"].contains(name.lowercased())
  }

  /// Whether a character takes two or four bytes.
  private static func isWide(_ name: String) -> Bool {
    ["utf-16", "utf16", "utf-32", "utf32", "ucs", "unicode", "iso-10646-ucs"].contains {
      name.lowercased().hasPrefix($0)
    }
  }

  /// The encoding that the first four bytes show, other than one that has ASCII in it.
  private static func pattern(_ start: Span<UInt8>) -> String? {
    func begins(_ bytes: [UInt8]) -> Bool {
      start.count >= bytes.count && start.extracting(0..<bytes.count).equals(bytes.span)
    }
    if begins([0xff, 0xfe, 0, 0]) || begins([0x3c, 0, 0, 0]) { return "UTF-32LE" }
    if begins([0, 0, 0xfe, 0xff]) || begins([0, 0, 0, 0x3c]) { return "UTF-32BE" }
    if begins([0xff, 0xfe]) || begins([0x3c, 0]) { return "UTF-16LE" }
    if begins([0xfe, 0xff]) || begins([0, 0x3c]) { return "UTF-16BE" }
    return begins([0x4c, 0x6f, 0xa7, 0x94]) ? "IBM037" : nil
  }

  private static func end(of declaration: Span<UInt8>) -> Int? {
    var i = 0
    while i + 1 < declaration.count {
      if declaration[i] == UInt8(ascii: "?"), declaration[i + 1] == UInt8(ascii: ">") { return i }
      i += 1
    }
    return nil
  }

  /// The value of `encoding` in a declaration; nil where it has none, or not in this form.
  private static func name(_ declaration: Span<UInt8>) -> String? {
    let text = declaration.text
    guard let word = text.firstRange(of: "encoding") else { return nil }
    func isSpace(_ character: Character) -> Bool { character.isWhitespace }
    var rest = text[word.upperBound...].drop(while: isSpace)
    guard rest.first == "=" else { return nil }
    rest = rest.dropFirst().drop(while: isSpace)
    guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
    rest = rest.dropFirst()
    guard let end = rest.firstIndex(of: quote), end > rest.startIndex else { return nil }
    return String(rest[..<end])
  }

  /// The ASCII character that a byte is in every EBCDIC code page; a space where they differ.
  private static func ebcdic(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x81...0x89: UInt8(ascii: "a") + (byte - 0x81)
    case 0x91...0x99: UInt8(ascii: "j") + (byte - 0x91)
    case 0xa2...0xa9: UInt8(ascii: "s") + (byte - 0xa2)
    case 0xc1...0xc9: UInt8(ascii: "A") + (byte - 0xc1)
    case 0xd1...0xd9: UInt8(ascii: "J") + (byte - 0xd1)
    case 0xe2...0xe9: UInt8(ascii: "S") + (byte - 0xe2)
    case 0xf0...0xf9: UInt8(ascii: "0") + (byte - 0xf0)
    case 0x4c: UInt8(ascii: "<")
    case 0x6e: UInt8(ascii: ">")
    case 0x6f: UInt8(ascii: "?")
    case 0x7e: UInt8(ascii: "=")
    case 0x7d: UInt8(ascii: "'")
    case 0x7f: UInt8(ascii: "\"")
    case 0x60: UInt8(ascii: "-")
    case 0x6d: UInt8(ascii: "_")
    case 0x4b: UInt8(ascii: ".")
    default: 0x20
    }
  }
}
