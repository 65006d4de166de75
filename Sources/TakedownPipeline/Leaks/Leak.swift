import Bytes
package import PrivateNames

/// A name in a release that must not be there, told without the name itself.
package struct Leak: Hashable, Sendable {
  /// The path in the release.
  package let path: String
  /// The part of a workbook or a database; nil for a file that is all text.
  package let part: String?
  /// The line of the text, 1-based.
  package let line: Int
  package let kind: PrivateName.Kind
  /// Where the name is from.
  package let origin: String
  /// How many such places there are in the release, this one among them.
  package let places: Int

  init(_ sighting: NameSighting, of name: PrivateName, in text: SearchedText, places: Int) {
    path = text.path
    part = text.part
    line = text.bytes.span.extracting(0..<sighting.offset).count(of: UInt8(ascii: "\n")) + 1
    kind = name.kind
    origin = name.origin
    self.places = places
  }

  package var reason: String {
    let place = part.map { "release/\(path) (\($0))" } ?? "release/\(path): line \(line)"
    let (what, remedy) =
      switch kind {
      case .account:
        (
          "the identifier of an account stands there (\(origin))",
          "take it out of the texts and names in the pipeline file, or, if it is an ordinary word, "
            + "add it to publish.known_words"
        )
      case .path:
        (
          "a path stands there (\(origin))",
          "take it out of the texts and names in the pipeline file"
        )
      case .host:
        (
          "the name of a machine stands there (\(origin))",
          "take it out of the texts and names in the pipeline file, or, if it is an ordinary word, "
            + "add it to publish.known_words"
        )
      }
    let more = places > 1 ? " and in \(places - 1) more places like it" : ""
    return """
      \(place): \(what)\(more); expected a release without identifiers of accounts, paths and \
      machines; nothing is published; \(remedy)
      """
  }
}
