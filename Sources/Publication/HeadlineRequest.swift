/// A headline that the release is asked to have.
package struct HeadlineRequest: Hashable, Sendable {
  /// Which period the headline speaks of.
  package enum Period: String, CaseIterable, Sendable {
    /// From the start of the reporting year to the last day of the data.
    case toDate = "to-date"
    /// The last reporting year that is over.
    case year
  }

  /// The name by which the headline is asked for.
  package let id: String
  /// `accounts`, `takedowns`, `referrals`, `refused` or `reinstatements`.
  package let measure: String
  /// An agency's id, or `all` for all of them together.
  package let agency: String
  /// A platform's id, or `all`.
  package let platform: String
  package let period: Period

  package init(id: String, measure: String, agency: String, platform: String, period: Period) {
    self.id = id
    self.measure = measure
    self.agency = agency
    self.platform = platform
    self.period = period
  }
}
