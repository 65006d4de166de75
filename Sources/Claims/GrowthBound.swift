/// That a running total grew by at most, or at least, so much over the days of a figure.
struct GrowthBound: Hashable, Sendable {
  /// The place of the figure in the register.
  let figure: Int
  /// The node before the first day, and the one of the last day.
  let start: Int
  let end: Int
  let limit: Int
  let isUpper: Bool

  // As an edge: the total at the head is at most the total at the tail plus the weight.
  var tail: Int { isUpper ? start : end }
  var head: Int { isUpper ? end : start }
  var weight: Int { isUpper ? limit : -limit }
}
