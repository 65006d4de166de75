import TakedownModel

/// A figure that was said, held against what the records count for its days.
package struct RecordCheck: Hashable, Sendable {
  /// What came of it.
  package enum Verdict: String, Sendable {
    /// The count is one that the words allow.
    case agrees
    /// It is not, and the records cover the days.
    case cannotAgree = "cannot agree"
    /// The records do not cover the days, and what they have of them is no more than the words
    /// allow.
    case notCovered = "not covered"
    /// There are no records to count.
    case noRecords = "no records"
  }

  package let figure: SaidFigure
  package let verdict: Verdict
  /// What the records count; nil where there are none.
  package let count: Int?
  /// The finding in words.
  package let note: String

  init(_ figure: SaidFigure, _ recorded: RecordedCount) {
    self.figure = figure
    switch recorded {
    case .unknown(let reason):
      verdict = .noRecords
      count = nil
      note = reason
    case .counted(let count, let first, let last):
      self.count = count
      let range = figure.range
      let isCovered = recorded.covers(figure.first, figure.last) == true
      let extent = "the agency's records run from \(first.spoken) to \(last.spoken)"
      let counted = "the records count \(count.grouped)"
      if let high = range.high, count > high {
        verdict = .cannotAgree
        note = "\(counted), \((count - high).grouped) more than the most that the words allow"
      } else if !isCovered {
        verdict = .notCovered
        note = "\(counted) of those days, but \(extent)"
      } else if count < range.low {
        verdict = .cannotAgree
        note = "\(counted), \((range.low - count).grouped) less than the least that the words allow"
      } else {
        verdict = .agrees
        note = counted
      }
    }
  }
}
