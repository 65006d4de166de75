import TakedownModel

/// An `AddressShape` as bytes are matched against it: indices into the arrays of `PlainTables`.
struct PlainShape: Sendable {
  /// What is done with the bytes that are taken out of an address.
  enum Capture: Sendable {
    case user
    case kind(AccountKind, grammar: Int)
    case number(isAfterPlus: Bool)
    case tail
    /// No text is legal here.
    case never
    /// Only the general path knows.
    case undecided
  }

  /// What one segment has to be; ranges are of `PlainTables.bytes`.
  enum Part: Sendable {
    case any
    case language
    case literal(Range<Int>)
    case capture(prefix: Range<Int>, Capture, endsAtUnderscore: Bool)
  }

  /// The range of its parts in `PlainTables.parts`.
  let parts: Range<Int>
  /// The name of a parameter in lower case; empty for none.
  let queryName: Range<Int>
  /// nil where the parameter only has to be there.
  let queryCapture: Capture?
  let counts: UnitOfCount?
  /// Whether a text without a host does not fit.
  let needsHost: Bool
  /// As of an `AddressShape`.
  let isOpen: Bool
  /// What is put before a user name: its name space and `/`; empty for none.
  let space: Range<Int>
}
