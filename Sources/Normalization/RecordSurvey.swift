import Bytes
package import Tabular
import TakedownModel

/// What all records together say, which must be known before any of them is normalised.
///
/// That is the order of day and month where a source leaves it open, and which id each handle
/// belongs to where a source has both. Gathered chunk by chunk in any order, and merged in the order
/// of the records.
package struct RecordSurvey: Sendable {
  /// nil where every source says its order.
  package private(set) var dates: DateEvidence?
  private var owners = HandleOwners()
  private let stage: Normalize
  private let identified: Set<String>

  /// A survey of no record yet; nil when nothing need be known before.
  package init?(_ stage: Normalize) {
    self.stage = stage
    dates = DateEvidence(stage.settings)
    identified = Set(stage.settings.sources.filter(\.hasAccountIDs).map(\.id))
    guard dates != nil || !identified.isEmpty else { return nil }
  }

  /// Whether the records of a source say anything here.
  package func concerns(_ source: String) -> Bool {
    identified.contains(source)
      || stage.settings.sources.contains { $0.id == source && $0.dates.isOrderOpen }
  }

  /// The survey of one chunk of `records.csv` alone; the one it is called on may have any.
  ///
  /// - Throws: `NormalizeError` when the chunk is not of `records.csv` as the stage before wrote it.
  package func gathered(from chunk: CSVChunk) throws(NormalizeError) -> RecordSurvey {
    var own = self
    own.dates = try dates?.gathered(from: chunk)
    own.owners = HandleOwners()
    if !identified.isEmpty {
      var worker = NormalizeWorker(stage, chunk)
      own.owners = try worker.owners(in: chunk, of: identified)
    }
    return own
  }

  /// Adds the survey of the chunks that come next.
  package mutating func merge(_ later: RecordSurvey) {
    if let dates = later.dates { self.dates?.merge(dates) }
    owners.merge(later.owners)
  }

  /// The stage that knows what the survey says.
  package var stageAfterwards: Normalize {
    Normalize(
      settings: dates?.decide(stage.settings) ?? stage.settings, hasher: stage.hasher,
      owners: owners)
  }
}
