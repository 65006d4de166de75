package import Bytes
package import Tabular
import TakedownModel

/// The stage that gives every record its canonical platform, account, unit, action and date.
///
/// In: chunks of `records.csv`. Out: rows of `takedowns.csv`, `issues.csv` and `unmapped.csv`;
/// which of the rows are duplicates is for `Deduplicator`, which sees all chunks in order. The
/// stage is pure: chunks can be worked on in any order and at the same time.
package struct Normalize: Sendable {
  package static let name = "normalize"

  let settings: NormalizeSettings
  let accounts: AccountRules
  let fastAccounts: AccountFastPath
  let hasher: KeyHasher

  /// - Parameter hasher: one for the whole run, so that the keys of all chunks compare.
  package init(settings: NormalizeSettings, hasher: KeyHasher) {
    self.settings = settings
    self.hasher = hasher
    accounts = AccountRules(register: settings.platforms)
    fastAccounts = AccountFastPath(register: settings.platforms)
  }

  /// The records of a chunk in canonical form, in its order.
  ///
  /// - Throws: `NormalizeError` when the chunk is not of `records.csv` as the stage before wrote it.
  package func run(_ chunk: CSVChunk) throws(NormalizeError) -> NormalizedBatch {
    var worker = NormalizeWorker(self)
    return try worker.run(chunk)
  }
}

/// Why the stage cannot go on: its input is not what the stage before wrote.
package struct NormalizeError: Error, Hashable, CustomStringConvertible {
  /// The ordinal of the row in `records.csv`, 1-based.
  package let row: Int
  package let reason: String

  package var description: String {
    "records.csv: row \(row): \(reason); run the stage ingest again"
  }
}
