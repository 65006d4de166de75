/// Why a container is refused as a whole.
package struct ContainerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of reasons.
  package enum Kind: CaseIterable, Sendable {
    /// It breaks off, or contradicts its own format or checksums.
    case damaged
    /// It is of a kind that is not opened, or an entry is none that may be read.
    case refused
    /// A limit is passed.
    case tooLarge
    /// A file of checksums that is none, or not for the file.
    case checksumFile
  }

  package let kind: Kind
  /// The container, as its file with the ways into it: `dump.zip!inner.zip`.
  package let file: String
  /// What was found and what to do, to be read after the name of the file.
  package let reason: String

  package init(_ kind: Kind = .damaged, file: String, reason: String) {
    self.kind = kind
    self.file = file
    self.reason = reason
  }

  package var description: String { "'\(file)' \(reason)" }

  /// A text in quotes, cut at 40 characters, with nothing in it that acts on a terminal.
  static func quoted(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars.prefix(40) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        shown += "\\u{" + String(scalar.value, radix: 16) + "}"
      default:
        shown.unicodeScalars.append(scalar)
      }
    }
    return text.unicodeScalars.count > 40 ? "'\(shown)…'" : "'\(shown)'"
  }
}
