/// A column whose dates cannot be read, since its values do not say whether day or month comes first.
package struct DateOrderError: Error, Hashable, CustomStringConvertible {
  enum Reason: Hashable {
    /// Every one of so many texts is a day in both orders.
    case noEvidence(texts: Int, first: DateOrderTally.Place)
    case contradiction(dayFirst: DateOrderTally.Count, monthFirst: DateOrderTally.Count)
  }

  package let source: String
  package let column: String
  let reason: Reason

  /// The file of the first text that is in the way.
  package var file: String {
    switch reason {
    case .noEvidence(_, let first): first.file
    case .contradiction(let dayFirst, let monthFirst):
      dayFirst.first?.file ?? monthFirst.first?.file ?? ""
    }
  }

  package var description: String {
    switch reason {
    case .noEvidence(let texts, let first):
      """
      source '\(source)', \(column): nothing says whether day or month comes first: \(first) can be \
      both, as can \(texts == 1 ? "no other" : "all \(texts)"); expected one with a part over 12; \
      declare date_format, such as dd/MM/yyyy or MM/dd/yyyy
      """
    case .contradiction(let dayFirst, let monthFirst):
      """
      source '\(source)', \(column): day and month contradict each other: \
      \(Self.words(dayFirst)) the day first, \(Self.words(monthFirst)) the month; expected one \
      order in a column; declare date_format, such as dd/MM/yyyy or MM/dd/yyyy, or make a source \
      for each order
      """
    }
  }

  private static func words(_ count: DateOrderTally.Count) -> String {
    let place = count.first.map { "\($0)" } ?? ""
    return count.texts == 1 ? "\(place) has" : "\(place) and \(count.texts - 1) more have"
  }
}
