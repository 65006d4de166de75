import Tabular
import TakedownModel

extension RejectKind {
  /// The code of the finding that a row of this kind is; `encoding` is what the file was in before
  /// it was UTF-8.
  func code(encoding: String) -> FindingCode {
    switch self {
    case .fieldCount: .fieldCount
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote: .textAfterQuote
    case .encoding: encoding.isEmpty || encoding == "UTF-8" ? .notUTF8 : .undecodableRow
    case .nulByte: .nulByte
    case .total: .totalRow
    case .header: .repeatedHeader
    case .secondTable: .secondTableRow
    case .tooLong: .recordTooLong
    case .tooDeep: .nestedTooDeep
    case .malformedJSON: .malformedJSON
    case .repeatedKey: .repeatedKey
    case .halfSurrogate: .halfSurrogate
    case .notAnObject: .notAnObject
    case .danglingReference: .danglingReference
    case .brokenOff: .brokenOff
    case .notACount: .notACount
    case .incompleteCount: .incompleteCount
    case .unreadablePeriod: .unreadablePeriod
    }
  }
}
