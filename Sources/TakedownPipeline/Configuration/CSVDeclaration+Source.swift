import Ingestion
import Tabular

extension CSVDeclaration {
  /// What a source says of its dialect; the rest is found in each file.
  init(_ source: SourceSettings) {
    self.init(
      delimiter: source.delimiter.map { [$0] }, quote: source.quote.map(Mark.init),
      escape: source.escape.map(Mark.init), comment: source.comment.map(Mark.init),
      headerLine: source.headerLine ?? Self.headerLine(source))
  }

  /// The dialect in which sheets of workbooks are handed on.
  init(sheetOf source: SourceSettings) {
    self.init(.standard)
    headerLine = source.headerLine ?? Self.headerLine(source)
  }

  /// A file in which rows name the columns has no header of its own.
  private static func headerLine(_ source: SourceSettings) -> Int? {
    source.shape.headerRows.isEmpty ? nil : 0
  }
}

extension CSVDeclaration.Mark {
  /// The mark that a configuration declares.
  init(_ character: DialectCharacter) {
    self =
      switch character {
      case .byte(let byte): .byte(byte)
      case .none: .none
      }
  }
}
