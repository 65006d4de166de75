import Foundation
import Tabular
import Testing

@testable import Normalization

/// Our rules against what five other programs say.
///
/// Their data are not part of the package; where they are not at hand the test is skipped. Every
/// disagreement is a row of `Recorded/disagreements.csv`: who is right (`ours`, `theirs`, or
/// `either` where both readings stand) and why.
struct RecordedVectorsTests {
  private static let table = AccountVector.folder.appending(path: "Recorded/disagreements.csv")

  @Test(.enabled(if: RecordedVectors.isAtHand, "the recorded vectors are not at hand"))
  func `every disagreement is listed, and every listed one is there`() throws {
    let listed = try Table(csv: Array(Data(contentsOf: Self.table)))
    #expect(listed.columns == ["source", "key", "ours", "theirs", "verdict", "reason"])
    let known = Set(
      listed.rows.map {
        RecordedVectors.Comparison(source: $0[0], key: $0[1], ours: $0[2], theirs: $0[3])
      })
    let comparisons = try RecordedVectors().comparisons
    #expect(comparisons.count > 800)
    let found = comparisons.filter { $0.ours != $0.theirs }
    for comparison in found where !known.contains(comparison) {
      Issue.record(
        """
        new: \(comparison.source)\t\(comparison.key)\t\(comparison.ours)\t\(comparison.theirs)
        """)
    }
    for comparison in known.subtracting(found).sorted(by: { $0.key < $1.key }) {
      Issue.record("no longer there: \(comparison.source),\(comparison.key)")
    }
    for row in listed.rows {
      #expect(["ours", "either", "theirs"].contains(row[4]), "\(row)")
      #expect(!row[5].isEmpty)
    }
  }
}
