/// Why a row could not become a record: the kinds of reasons, whatever the format.
package enum RejectKind: CaseIterable, Sendable {
  /// Too few fields, or more than the header has.
  case fieldCount
  /// A quote opens and is never closed.
  case unclosedQuote
  /// Text stands between a closing quote and the delimiter.
  case textAfterQuote
  /// A byte that is no character in the encoding of the text.
  case encoding
  case nulByte
  /// A row that adds up others.
  case total
  /// The header once more.
  case header
  /// A row under another header than the first.
  case secondTable
  /// Longer than any record is.
  case tooLong
  /// Arrays and objects in one another beyond the limit.
  case tooDeep
  /// Not JSON.
  case malformedJSON
  /// One name twice in an object or row.
  case repeatedKey
  /// Half of a pair of escapes that make one character.
  case halfSurrogate
  /// JSON, but no object.
  case notAnObject
  /// An id to which no element of the document belongs.
  case danglingReference
  /// The end of what can be read of a document.
  case brokenOff
  /// A row of counts whose value is no whole number.
  case notACount
  /// A row of counts that does not say what was counted, or whose count it is.
  case incompleteCount
  /// A row of counts whose days cannot be read.
  case unreadablePeriod
}
