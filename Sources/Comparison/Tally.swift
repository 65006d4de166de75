import Bytes

/// Everything that the tables are counted from, gathered batch by batch.
///
/// Adding the same batches in another order or cut gives the same tables.
package struct Tally: Sendable {
  private(set) var agencies = SpellingTable()
  private(set) var platforms = SpellingTable()
  private(set) var records = RecordCounts()
  private(set) var accountDays = AccountDays()

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
  }
}
