package import Bytes

/// A name that must not stand in a release.
package struct PrivateName: Hashable, Sendable {
  /// What it is a name of.
  package enum Kind: Hashable, Sendable {
    /// An account on the platform with this id.
    case account(platform: String)
    /// A folder or a file of the machine, or a file of the input.
    case path
    /// The machine.
    case host
  }

  /// How much a name by itself says, where it stands as a whole word.
  package enum Weight: Hashable, Sendable {
    /// Nothing: `anna`, `12345`. It counts only where it is written as an account is: `@anna`.
    case none
    /// It may be a word of a language: `international`. It does not count where the prose of the
    /// release has it as well.
    case word
    /// Nobody writes it by accident: `sample_boat_30753`.
    case full
  }

  package let kind: Kind
  package let bytes: [UInt8]
  /// Its word by which it is found.
  package let word: TextWord
  package let weight: Weight
  /// Where it is from, as a message says it.
  package let origin: String

  /// Nil for a name without a word, which cannot be searched for.
  package init?(_ kind: Kind, _ bytes: [UInt8], origin: String) {
    guard let word = Self.telling(in: bytes.span) else { return nil }
    self.kind = kind
    self.bytes = bytes
    self.word = word
    self.origin = origin
    weight = kind == .path ? .full : Self.weight(bytes.span, isHost: kind == .host)
  }

  /// The word of a name by which it is found: that before the first `@`, else the last.
  package static func telling(in name: Span<UInt8>) -> TextWord? {
    var found: TextWord?
    var offset = 0
    while let word = name.word(from: offset) {
      offset = word.range.upperBound
      found = word
      if offset < name.count, name[offset] == UInt8(ascii: "@") { break }
    }
    return found
  }

  /// How much a name says by its length and its characters.
  ///
  /// Long numbers, names with a slash, and names of eight characters with a digit among them say who
  /// is meant; twelve letters may do so. A host's name is hardly ever met by accident, but hosts are
  /// called like words of a language too.
  private static func weight(_ name: Span<UInt8>, isHost: Bool) -> Weight {
    var digits = 0
    var characters = 0
    var isPath = false
    var marks = 0
    for i in name.indices {
      let byte = name[i]
      // The further bytes of a character in UTF-8 count for none.
      if byte & 0xc0 != 0x80 { characters += 1 }
      if (0x30...0x39).contains(byte) { digits += 1 }
      if byte == UInt8(ascii: "/") { isPath = true }
      if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") { marks += 1 }
    }
    if isHost { return digits > 0 || marks > 0 ? .full : .word }
    if isPath { return .full }
    if digits == characters { return digits >= 10 ? .full : .none }
    if digits + marks == characters { return .none }
    if digits > 0, characters >= 8 { return .full }
    return characters >= 12 ? .word : .none
  }
}
