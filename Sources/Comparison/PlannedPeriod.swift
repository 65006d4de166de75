import TakedownModel

/// A period and what it is compared with.
struct PlannedPeriod {
  let period: Period
  /// Whether the period ends where its kind ends, rather than at the last day there is.
  let isFinished: Bool
  /// The place of its days among the plan's windows.
  let window: Int
  /// None where nothing of its kind can come before it; the like one first.
  let bases: [PlannedBase]
}

/// What a period is compared with.
struct PlannedBase {
  let period: Period
  let basis: Basis
  /// The place of its days among the plan's windows.
  let window: Int
}
