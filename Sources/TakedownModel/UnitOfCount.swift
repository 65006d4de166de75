/// What was acted on: the unit in which a record counts.
package enum UnitOfCount: String, CaseIterable, Sendable {
  case account, page, group, channel, post, advert

  /// Whether a takedown of this unit makes its account one of the accounts taken down.
  ///
  /// A post or an advert that was removed leaves its account standing.
  package var countsAsAccount: Bool {
    switch self {
    case .account, .page, .group, .channel: true
    case .post, .advert: false
    }
  }
}
