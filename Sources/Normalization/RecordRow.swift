import Bytes
import Tabular
import TakedownModel

/// One row of `records.csv` by its columns.
struct RecordRow: ~Escapable {
  /// The columns by their place.
  enum Column: Int {
    case source, file, position, agency, platform, account, counts, action, actionDate, referredAt
    case actionedAt, category, language, other
  }

  private let fields: Span<CSVField>
  private let text: Span<UInt8>

  @_lifetime(copy fields, copy text)
  init(fields: Span<CSVField>, text: Span<UInt8>) {
    self.fields = fields
    self.text = text
  }

  /// The text of a column without spaces and tabs at both ends; doubled quotes stay doubled.
  subscript(column: Column) -> Span<UInt8> {
    @_lifetime(copy self) get { raw(column).trimmed }
  }

  /// The text of a column as it stands; doubled quotes stay doubled.
  @_lifetime(copy self)
  func raw(_ column: Column) -> Span<UInt8> {
    let field = fields[column.rawValue]
    return text.extracting(field.start..<field.end)
  }

  /// Whether doubled quotes stand for quotes in a column's text.
  func hasEscapes(_ column: Column) -> Bool {
    fields[column.rawValue].form == .quotedWithEscapes
  }

  /// The text of a column.
  func unescaped(_ column: Column) -> String {
    var bytes: [UInt8] = []
    bytes.append(fields[column.rawValue], of: text, quote: 0x22)
    return bytes.span.text
  }

  /// `source,file,` as it stands.
  var origin: Span<UInt8> {
    @_lifetime(copy self) get {
      let (source, file) = (fields[Column.source.rawValue], fields[Column.file.rawValue])
      let start = source.start - (source.form == .bare ? 0 : 1)
      let end = file.end + (file.form == .bare ? 1 : 2)
      return text.extracting(start..<end)
    }
  }

  /// The ordinal of the record in its file.
  var ordinal: Int {
    let digits = raw(.position)
    var value = 0
    for i in digits.indices where digits[i] >= 0x30 && digits[i] <= 0x39 {
      value = value &* 10 &+ Int(digits[i] - 0x30)
    }
    return value
  }
}
