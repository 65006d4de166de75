import ReleaseModel

/// Letters in brackets that stand for words in tables for people, as statistics of the UK's government
/// have them.
enum Shorthand: String, CaseIterable, Sendable {
  case break_ = "b"
  case confidential = "c"
  case provisional = "p"
  case revised = "r"
  case notAvailable = "x"
  case notApplicable = "z"

  /// `[x]`.
  var mark: String { "[\(rawValue)]" }

  /// What it says.
  var meaning: String {
    switch self {
    case .break_: "break: two figures are not fully comparable; the note says why"
    case .confidential: "hidden: a small figure, or one that would give a small figure away"
    case .provisional: "provisional: the figure may still change"
    case .revised: "revised: an earlier release had another figure, which the note gives"
    case .notAvailable: "not available: there is no figure, or none to compare with"
    case .notApplicable: "not applicable: nothing to divide by, or not said of figures of this kind"
    }
  }

  /// Those that occur in a text.
  static func all(in text: String) -> Set<Shorthand> {
    guard text.utf8.contains(UInt8(ascii: "[")) else { return [] }
    let bytes = Array(text.utf8)
    var found: Set<Shorthand> = []
    for start in bytes.indices.dropLast(2)
    where bytes[start] == UInt8(ascii: "[") && bytes[start + 2] == UInt8(ascii: "]") {
      let letter = String(decoding: [bytes[start + 1]], as: UTF8.self)
      if let shorthand = Shorthand(rawValue: letter) { found.insert(shorthand) }
    }
    return found
  }
}
