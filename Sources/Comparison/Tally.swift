import Bytes

/// Everything that the tables are counted from, gathered batch by batch.
///
/// Adding the same batches in another order or cut gives the same tables.
package struct Tally: Sendable {
  private(set) var agencies = SpellingTable()
  private(set) var platforms = SpellingTable()
  private(set) var records = RecordCounts()
  /// The takedowns of accounts.
  private(set) var accountDays = AccountDays()
  /// The other actions on accounts.
  private(set) var otherDays = AccountDays()
  /// The records that say both when something was referred and when it was acted on.
  private(set) var timedActions: [TimedAction] = []

  /// Combinations of agency and platform for which there is room.
  private static let combinationLimit = 1 << 22

  package init() {}

  /// Counts a batch.
  ///
  /// - Throws: `ComparisonError` of code `tooManyIDs` where agencies or platforms are so many that
  ///   their columns cannot hold ids of a register.
  package mutating func add(_ batch: EventBatch) throws(ComparisonError) {
    var renumbering = Renumbering()
    for number in 0..<batch.agencies.count {
      let own = agencies.insert(batch.agencies[number].span)
      renumbering.agencies.append(Place.bits(agency: own))
    }
    for number in 0..<batch.platforms.count {
      let own = platforms.insert(batch.platforms[number].span)
      renumbering.platforms.append(Place.bits(platform: own))
    }
    guard agencies.count <= Place.numberLimit, platforms.count <= Place.numberLimit,
      agencies.count * platforms.count <= Self.combinationLimit
    else { throw .tooManyIDs(agencies: agencies.count, platforms: platforms.count) }
    records.add(batch.records.span, renumbering)
    accountDays.insert(batch.accountDays.span, renumbering)
    otherDays.insert(batch.otherDays.span, renumbering)
    for timed in batch.timedActions {
      timedActions.append(
        TimedAction(place: renumbering(timed.place), seconds: timed.seconds))
    }
  }
}
