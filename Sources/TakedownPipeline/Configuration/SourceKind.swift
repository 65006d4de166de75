/// What a row of a source is.
package enum SourceKind: String, CaseIterable, Sendable {
  /// Something that was done: a takedown, a referral, a refusal.
  case records
  /// A figure that somebody else has counted.
  case counts
}
