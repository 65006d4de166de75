/// What a row says was acted on.
enum SampleUnit: Int, Sendable {
  case account, page, group, channel, post, advert

  /// Whether a takedown of it counts as a takedown of its account.
  var countsAsAccount: Bool { self != .post && self != .advert }
}
