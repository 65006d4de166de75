import Bytes
import Tabular
import TakedownModel

/// One row of `records.csv` by its columns.
struct RecordRow: ~Escapable {
  /// The columns by their place.
  enum Column: Int {
    case source, file, position, agency, platform, account, accountID, counts, action, actionDate
    case referredAt, actionedAt, category, language, other
  }

  private let fields: Span<CSVField>
  private let text: Span<UInt8>

  @_lifetime(copy fields, copy text)
  init(fields: Span<CSVField>, text: Span<UInt8>) {
    self.fields = fields
    self.text = text
  }

  /// The text of a column without spaces and tabs at both ends.
  subscript(column: Column) -> Span<UInt8> {
    @_lifetime(copy self) get { raw(column).trimmed }
  }

  /// The text of a column as it stands.
  @_lifetime(copy self)
  func raw(_ column: Column) -> Span<UInt8> {
    let field = fields[column.rawValue]
    return text.extracting(field.start..<field.end)
  }

  /// Whether doubled quotes stand for quotes in one of the columns that are looked at.
  var hasEscapes: Bool {
    for place in 0..<Column.other.rawValue {
      if case .quotedWithEscapes = fields[place].form { return true }
    }
    return false
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

/// A row with its doubled quotes made single: a copy, which few rows need.
struct UnescapedRow {
  private(set) var fields: [CSVField] = []
  private(set) var text: [UInt8] = []

  init(fields escaped: Span<CSVField>, text source: Span<UInt8>) {
    for place in escaped.indices {
      let start = text.count
      text.append(escaped[place], of: source, quote: 0x22)
      fields.append(CSVField(start: start, end: text.count, form: .bare))
    }
  }
}
