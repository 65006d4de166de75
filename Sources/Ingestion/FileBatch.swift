import Bytes
package import TakedownModel

/// What one part of a file became, on the fast way or on the readable one.
package struct FileBatch: Sendable {
  /// Records and rejects.
  package internal(set) var ingested = IngestedBatch()
  /// Counts, where the source is one of counts.
  package internal(set) var counts: [CountsRow] = []
  /// How many rows were left out, by the reason.
  package internal(set) var leftOut: [String: Int] = [:]
  /// Columns of counts that are not empty in at least one row.
  package internal(set) var filledCounts: Set<CountField> = []

  /// The batch of the fast way: blank rows are left out.
  package init(_ ingested: IngestedBatch = IngestedBatch()) {
    self.ingested = ingested
    if ingested.blankCount > 0 {
      leftOut["blank row"] = ingested.blankCount
      self.ingested.blankCount = 0
    }
  }

  /// How many rows the batch accounts for; a wide row is as many as it has cells.
  package var rowCount: Int {
    ingested.rowCount + counts.count + leftOut.values.reduce(0, +)
  }
}
