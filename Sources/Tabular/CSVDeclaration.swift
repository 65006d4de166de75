import Bytes

/// What a configuration says of a CSV file's dialect; what it leaves open is found in the file.
package struct CSVDeclaration: Hashable, Sendable {
  /// A byte that a dialect may do without.
  package enum Mark: Hashable, Sendable {
    case none
    case byte(UInt8)
  }

  /// One or two bytes; nil where they are to be found.
  package var delimiter: [UInt8]?
  package var quote: Mark?
  package var escape: Mark?
  package var comment: Mark?
  package var skipsSpaces: Bool?
  /// The line of the header, 1-based; 0 where there is none.
  package var headerLine: Int?

  package init(
    delimiter: [UInt8]? = nil, quote: Mark? = nil, escape: Mark? = nil, comment: Mark? = nil,
    skipsSpaces: Bool? = nil, headerLine: Int? = nil
  ) {
    precondition(delimiter.map { (1...2).contains($0.count) } ?? true, "one or two bytes")
    precondition(headerLine ?? 0 >= 0, "lines count from 1")
    self.delimiter = delimiter
    self.quote = quote
    self.escape = escape
    self.comment = comment
    self.skipsSpaces = skipsSpaces
    self.headerLine = headerLine
  }

  /// Says the delimiter alone, where it says one.
  package init(delimiter: UInt8?) {
    self.init(delimiter: delimiter.map { [$0] })
  }

  /// Says all of a dialect, but not where the header stands.
  package init(_ dialect: CSVDialect) {
    self.init(
      delimiter: dialect.delimiterBytes, quote: Mark(dialect.quote), escape: Mark(dialect.escape),
      comment: Mark(dialect.comment), skipsSpaces: dialect.skipsSpaces)
  }
}

extension CSVDeclaration.Mark {
  /// The byte, or none.
  package init(_ byte: UInt8?) {
    self = byte.map { .byte($0) } ?? .none
  }

  /// The byte; nil where there is none.
  package var byte: UInt8? {
    if case .byte(let byte) = self { byte } else { nil }
  }
}

extension CSVDeclaration: CustomStringConvertible {
  /// What is declared in words, `delimiter ';' header line 3`; empty where nothing is.
  package var description: String {
    var words: [String] = []
    if let delimiter { words.append("delimiter \(CSVDialect.name(delimiter))") }
    for (name, mark) in [("quote", quote), ("escape", escape), ("comment", comment)] {
      guard let mark else { continue }
      words.append(mark.byte.map { "\(name) \(CSVDialect.name([$0]))" } ?? "no \(name)")
    }
    if let skipsSpaces {
      words.append(skipsSpaces ? "spaces around quotes" : "no spaces around quotes")
    }
    if let headerLine { words.append(headerLine > 0 ? "header line \(headerLine)" : "no header") }
    return words.joined(separator: " ")
  }
}
