/// Figures that cannot all hold, with the reckoning that shows it.
///
/// Every day of the upper figures' days is counted as often as the lower figures' days need it, so
/// the sum of the least that the lower ones mean can never be above the sum of the most that the
/// upper ones mean; here it is. Without any one of the figures the others can hold together.
package struct Contradiction: Hashable, Sendable {
  /// How units of count were taken.
  package enum Reading: String, Sendable {
    /// Each figure counts what it says; a narrower unit is part of a wider one.
    case asStated = "units as stated"
    /// Figures of a unit and of its parts count one and the same thing, as when `accounts` is said
    /// for accounts, pages and posts.
    case oneUnit = "one unit"
  }

  /// A figure with the end of its range that is used.
  package struct Term: Hashable, Sendable {
    package let figure: SaidFigure
    package let limit: Int
  }

  package let reading: Reading
  package let agency: String
  package let measure: String
  /// What the running total counts; all units that occur where they are taken as one.
  package let units: [String]
  /// At least so much, by the first day.
  package let lower: [Term]
  /// At most so much, by the first day.
  package let upper: [Term]

  /// The ids of the figures, sorted.
  package var ids: [String] { (lower + upper).map(\.figure.id).sorted() }

  var least: Int { lower.reduce(0) { $0 + $1.limit } }
  var most: Int { upper.reduce(0) { $0 + $1.limit } }

  /// By how much the upper sum falls short of the lower one.
  package var shortBy: Int { least - most }

  /// On what the first sum rests where it adds up several periods; nil where it does not.
  ///
  /// A distinct account that is taken down in two periods counts in both: their sum may be above
  /// the number for both together.
  package var proviso: String? {
    guard lower.count > 1 else { return nil }
    let times = shortBy == 1 ? "once" : "\(shortBy.grouped) times"
    return "The first sum takes nothing to be counted in two of its periods: the figures can hold "
      + "together only where what one of them counts was counted again in another, at least \(times)."
  }
}
