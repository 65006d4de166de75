import TakedownModel

/// The counts of all sources, so that one figure of one edition is there once.
package struct CountsLedger {
  /// What makes two rows the same figure of the same edition.
  private struct Key: Hashable {
    let texts: [String]
    let start: CalendarDate
    let end: CalendarDate
  }

  private var seen: [Key: CountsRow] = [:]

  package init() {}

  /// Whether the row is new; false where it repeats an earlier one.
  ///
  /// - Throws: `IngestError` where an earlier row of the same edition has another value.
  package mutating func add(_ row: CountsRow) throws(IngestError) -> Bool {
    let key = Key(
      texts: [
        row.agency, row.platform, row.country, row.measure, row.counts, row.category, row.vintage,
      ], start: row.start, end: row.end)
    guard let earlier = seen[key] else {
      seen[key] = row
      return true
    }
    guard earlier.value == row.value else {
      let edition =
        row.vintage.isEmpty
        ? "neither says its edition; give fields or constants a vintage, or a place that tells them "
          + "apart"
        : "both are of the edition '\(row.vintage)'; give a place that tells them apart, or take "
          + "one away"
      throw IngestError(
        .contradictingCounts, file: row.file,
        reason: """
          record \(row.position) has \(row.value) for '\(row.measure)' \(Self.place(of: row))from \
          \(row.start) to \(row.end), \
          but '\(earlier.file)' record \(earlier.position) has \(earlier.value); \(edition)
          """)
    }
    return false
  }

  /// What the figure is of, for a message: `of 'Spam' on 'facebook' in 'AL' `.
  private static func place(of row: CountsRow) -> String {
    [("of", row.category), ("on", row.platform), ("in", row.country)]
      .filter { !$0.1.isEmpty }.map { "\($0.0) '\($0.1)' " }.joined()
  }
}
