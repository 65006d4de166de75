/// A place at which a private name stands.
package struct NameSighting: Hashable, Sendable {
  /// The number of the name among those searched for.
  package let name: Int
  /// Whether it is written as an account is: `@anna`, `tiktok:anna`, `https://t.me/anna`.
  package let isWrittenAsAccount: Bool
  /// The number of the text.
  package let text: Int
  /// The offset of the name's first byte in it.
  package let offset: Int
}
