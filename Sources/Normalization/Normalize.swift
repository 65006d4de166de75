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

  package let settings: NormalizeSettings
  let accounts: AccountRules
  let fastAccounts: AccountFastPath
  let hasher: KeyHasher
  /// nil where no record has a handle beside an id.
  let owners: HandleOwners?
  let platformIDs: ByteStrings
  let unmapped = ByteStrings([Platform.unmapped])
  let kindWords = CanonicalWords<AccountKind>()
  let unitWords = CanonicalWords<UnitOfCount>()
  let actionWords = CanonicalWords<Action>()
  /// `id,country,` of each agency; the first stands for one that no register knows.
  let agencyCells: ByteStrings
  /// The country of each agency.
  let countries: [String]
  private let agencyNumbers: [String: Int]

  /// A stage with its settings and the hasher of the whole run, so that the keys of all chunks compare.
  ///
  /// `owners` are those that a `RecordSurvey` with the same hasher has found.
  package init(
    settings: NormalizeSettings, hasher: KeyHasher, owners: HandleOwners = HandleOwners()
  ) {
    self.settings = settings
    self.hasher = hasher
    self.owners = owners.isEmpty ? nil : owners
    accounts = AccountRules(register: settings.platforms)
    fastAccounts = AccountFastPath(register: settings.platforms)
    platformIDs = ByteStrings(settings.platforms.platforms.map(\.id))
    let agencies = settings.agencies.allValues
    agencyCells = ByteStrings(
      [Platform.unmapped + ",,"] + agencies.map { "\($0.id),\($0.country)," })
    countries = [""] + agencies.map(\.country)
    agencyNumbers = Dictionary(
      agencies.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the agency that a spelling stands for; 0 when no register knows it.
  func agencyNumber(of spelling: String) -> Int {
    settings.agencies.lookup(spelling).flatMap { agencyNumbers[$0.id] } ?? 0
  }

  /// The records of a chunk in canonical form, in its order.
  ///
  /// - Throws: `NormalizeError` when the chunk is not of `records.csv` as the stage before wrote it.
  package func run(_ chunk: CSVChunk) throws(NormalizeError) -> NormalizedBatch {
    var worker = NormalizeWorker(self, chunk)
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
