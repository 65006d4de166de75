import Bytes

/// One action on an account: which account, by whom, which action, on which day.
///
/// The account is its key's 128-bit hash; platform, agency and day are the place.
struct AccountDay: Hashable, Sendable {
  let high: UInt64
  let low: UInt64
  var place: Place

  init(_ key: KeyHash, _ place: Place) {
    high = key.high
    low = key.low
    self.place = place
  }

  /// What an empty slot holds.
  static let none = AccountDay(KeyHash(high: 0, low: 0), .none)

  func isSameAccount(as other: AccountDay) -> Bool {
    low == other.low && high == other.high
  }
}
