import ReleaseModel

// How the pages of this stage are written down.
extension DocumentBlock {
  static func section(_ words: String) -> DocumentBlock {
    .heading(level: 2, RichText(words: words))
  }

  /// A paragraph of the program's own words.
  static func words(_ words: String) -> DocumentBlock { .paragraph(RichText(words: words)) }

  /// A list of the program's own words.
  static func words(list items: [String]) -> DocumentBlock {
    .list(items.map { RichText(words: $0) })
  }
}
