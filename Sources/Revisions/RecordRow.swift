import Bytes
import Tabular
import TakedownModel

/// Where the parts of a record of `records.csv` lie in its chunk.
struct RecordRow {
  /// Source and file, with the quotes that they may have.
  let origin: Range<Int>
  /// All that the log says, with the line end.
  let content: Range<Int>
  /// The whole row with the line end.
  let whole: Range<Int>
  private let fields: [CSVField]

  /// The fields that name the account, as the log writes them.
  private static let accountFields = ["platform", "account", "account_id"].compactMap {
    StageColumns.records.firstIndex(of: $0)
  }

  /// The current record of the cursor; nil for a row that is no record of this form.
  init?(_ cursor: CSVCursor) {
    guard cursor.faultyField == nil, cursor.fields.count == StageColumns.records.count else {
      return nil
    }
    fields = cursor.fields
    whole = cursor.range
    // A position is digits and so never in quotes.
    origin = whole.lowerBound..<fields[2].start - 1
    content = fields[2].end..<whole.upperBound
  }

  /// The text of a field.
  func cell(_ number: Int, of text: Span<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.append(fields[number], of: text, quote: CSVDialect.standard.quote)
    return bytes.span.text
  }

  /// The ordinal of the record in its file; 0 where the field holds no number.
  func position(in text: Span<UInt8>) -> Int {
    var position = 0
    for i in fields[2].start..<fields[2].end {
      let digit = Int(text[i]) - 0x30
      guard 0..<10 ~= digit, position < Int.max / 100 else { return 0 }
      position = position * 10 + digit
    }
    return position
  }

  /// Appends what the log says of the account; nothing where it names none.
  func appendAccount(of text: Span<UInt8>, to key: inout [UInt8]) {
    let named = Self.accountFields.dropFirst().contains { !fields[$0].isEmpty }
    guard named else { return }
    for number in Self.accountFields {
      key.append(text.extracting(fields[number].start..<fields[number].end))
      key.append(0x1f)
    }
  }
}
