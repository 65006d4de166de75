package import Bytes
import TakedownModel

/// What one chunk of `records.csv` became.
package struct NormalizedBatch: Sendable {
  /// A spelling that no register knows, in one source.
  package struct Unmapped: Hashable, Sendable {
    package let register: String
    package let spelling: String
    package let source: String
  }

  /// Rows of `takedowns.csv`, duplicates still among them, without the header.
  package internal(set) var rows: [UInt8] = []
  /// Where each row ends in `rows`.
  package internal(set) var rowEnds: [Int] = []
  /// For each row the hash of what makes two records one; nil for a record without an account.
  package internal(set) var keys: [KeyHash?] = []
  /// For each row the number of its file in `files`.
  package internal(set) var fileNumbers: [Int32] = []
  /// For each row its ordinal in its file.
  package internal(set) var positions: [Int] = []
  /// The texts `source,file` that begin the rows, as they stand in CSV.
  package internal(set) var files = SpellingTable()
  /// Rows of `issues.csv`, without the header.
  package internal(set) var issues: [UInt8] = []
  package internal(set) var issueCounts: [String: Int] = [:]
  package internal(set) var notCounted: [NotCounted: Int] = [:]
  package internal(set) var unmapped: [Unmapped: Int] = [:]
  /// Which handles were taken for which accounts.
  package internal(set) var links = AccountLinks()
  /// What the dates look like that no format of their source reads.
  package internal(set) var dateHints = DateHints()
  /// Records read, whatever became of them.
  package internal(set) var recordCount = 0
  /// Records that are not counted by source.
  package internal(set) var notCountedBySource: [String: Int] = [:]
  /// Those among them with which something is wrong.
  package internal(set) var faultyBySource: [String: Int] = [:]
  /// The same by the number of their file in `files`, with the first reason.
  package internal(set) var faultyByFile: [Int: (records: Int, reason: RecordIssue)] = [:]
  /// The latest day among the rows of each file, by its number in `files`; nil where it has none.
  var lastDays: [CalendarDate?] = []

  /// The latest day among the rows of a file.
  func lastDay(ofFile number: Int) -> CalendarDate? {
    number < lastDays.count ? lastDays[number] : nil
  }
}
