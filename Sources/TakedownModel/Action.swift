/// What became of what an agency acted on or referred.
package enum Action: String, CaseIterable, Sendable {
  /// Removed, suspended, disabled, closed or terminated.
  case takenDown = "taken-down"
  /// Still there, but limited: geo-blocked, age-gated, demoted.
  case restricted
  /// The platform declined.
  case refused
  /// No answer yet.
  case pending
  /// Sent to the platform; what became of it is not said.
  case referred
  /// Given back after a takedown.
  case reinstated

  /// The actions whose records are referrals.
  package static let referrals = Set(allCases.filter(\.isReferral))

  /// Whether the record is a referral: something that an agency put to a platform.
  package var isReferral: Bool {
    switch self {
    case .takenDown, .refused, .pending, .referred: true
    case .restricted, .reinstated: false
    }
  }
}
