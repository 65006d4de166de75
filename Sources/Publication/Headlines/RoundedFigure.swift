/// A whole number and the round one that is said in its place.
struct RoundedFigure: Hashable {
  /// The word that says on which side of the round number the exact one lies.
  enum Hedge: String {
    /// The exact figure is less far from 0.
    case almost
    /// The exact figure is farther from 0.
    case moreThan = "more than"
  }

  let exact: Int
  /// The nearest multiple of the step; halves go away from 0.
  let rounded: Int

  init(_ exact: Int, step: Int) {
    self.exact = exact
    let half = (exact.magnitude + UInt(step) / 2) / UInt(step) * UInt(step)
    let magnitude = Int(clamping: half)
    rounded = exact < 0 ? -magnitude : magnitude
  }

  var isExact: Bool { rounded == exact }

  /// Nil when the figure is exact.
  var hedge: Hedge? {
    if isExact { return nil }
    return rounded.magnitude > exact.magnitude ? .almost : .moreThan
  }
}
