import TakedownModel

/// A stretch of time from referral to action that is told: adding one is adding a row to `all`.
struct TimeMeasure: Hashable {
  /// The name in the tables.
  let name: String
  /// The actions whose records are meant.
  let actions: Set<Action>

  /// In the order of the tables.
  ///
  /// A record that has no answer yet, or is of something given back, has no time that says how fast a
  /// platform was.
  static let all = [
    TimeMeasure(name: "time-to-action", actions: [.takenDown, .restricted, .refused]),
    TimeMeasure(name: "time-to-takedown", actions: [.takenDown]),
  ]
}
