import TakedownModel

/// What is counted, in the order of the tables.
enum Measure: Int, CaseIterable {
  /// Distinct accounts taken down at least once.
  case accounts
  /// Records of something taken down.
  case takedowns
  /// Records of something that an agency put to a platform.
  case referrals
  /// Records of a referral that the platform declined.
  case refused
  /// Records of something given back.
  case reinstatements

  var name: String { "\(self)" }

  /// The units that the figure counts, joined by `+`.
  var unit: String {
    guard self == .accounts else { return "record" }
    return UnitOfCount.allCases.filter(\.countsAsAccount).map(\.rawValue).joined(separator: "+")
  }

  /// Whether the figure is also given by agency and platform at once.
  var isCrossed: Bool { self == .accounts || self == .takedowns }

  /// The measures of records to which a record with an action adds one.
  static func ofRecords(with action: Action) -> [Measure] {
    var measures: [Measure] = []
    if action == .takenDown { measures.append(.takedowns) }
    if action.isReferral { measures.append(.referrals) }
    if action == .refused { measures.append(.refused) }
    if action == .reinstated { measures.append(.reinstatements) }
    return measures
  }
}
