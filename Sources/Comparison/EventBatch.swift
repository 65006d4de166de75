import Bytes

/// What one chunk of takedown records holds for counting, read without knowing of other chunks.
package struct EventBatch: Sendable {
  /// Agency ids, in the batch's own numbers.
  var agencies = SpellingTable()
  /// Platform ids, in the batch's own numbers.
  var platforms = SpellingTable()
  /// One place a record.
  var records: [Place] = []
  /// The takedowns that count as an account's.
  var accountDays: [AccountDay] = []
  /// The other actions on what counts as an account.
  var otherDays: [AccountDay] = []
  /// The records with both times.
  var timedActions: [TimedAction] = []

  init(capacity: Int) {
    records.reserveCapacity(capacity)
    accountDays.reserveCapacity(capacity)
  }

  /// How many records the chunk has.
  package var count: Int { records.count }
}
