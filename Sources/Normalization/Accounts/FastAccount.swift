package import TakedownModel

/// What the fast path says of an account; the canonical bytes go to the caller's buffer.
package struct FastAccount: Equatable, Sendable {
  /// The index in the register's platforms.
  package let platform: Int
  package let kind: AccountKind
  /// What the address itself says was acted on; nil when it does not say.
  package let counts: UnitOfCount?
  /// Whether the address names another platform than the platform column.
  package let platformConflict: Bool
}
