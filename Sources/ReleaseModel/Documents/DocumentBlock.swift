/// What stands by itself in a document.
package enum DocumentBlock: Hashable, Sendable {
  /// Level 2 is a section of the document, 3 a part of one; the title is the only one of level 1.
  case heading(level: Int, RichText)
  case paragraph(RichText)
  case list([RichText])
  case table(DocumentTable)
}
