/// Why the rest of a CSV file cannot be told into rows.
///
/// A row that is faulty by itself is no such error: it is a `RejectedRow`, and the rows after it are
/// read.
package enum CSVError: Error, Hashable, CustomStringConvertible {
  /// A quoted field never ends.
  case unterminatedQuote(line: Int)
  /// A quoted field runs over lines and text follows the quote that closes it.
  case straySecondQuote(openedOnLine: Int, line: Int)
  /// The header has as many fields as are kept of a record, or more.
  case tooManyColumns(line: Int)
  /// One record is longer than the limit.
  case recordTooLong(line: Int, limit: Int)

  package var description: String {
    switch self {
    case .unterminatedQuote(let line):
      """
      line \(line): a quote opens here and is never closed; expected a closing quote before the \
      end of the file; close it, or double it where it is part of the text
      """
    case .straySecondQuote(let opened, let line):
      """
      line \(opened): a quote opens here, and text follows the quote that closes it on line \
      \(line); expected a delimiter or a line end there; a quote is missing in between
      """
    case .tooManyColumns(let line):
      """
      line \(line): the header has \(CSVField.limit) columns or more; expected the names of columns; \
      check the quotes and the delimiter
      """
    case .recordTooLong(let line, let limit):
      """
      line \(line): the record that begins here is longer than \(limit) bytes; expected a line end \
      before; check the quotes and the delimiter
      """
    }
  }
}
