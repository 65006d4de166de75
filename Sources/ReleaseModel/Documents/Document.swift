/// A page of words and tables, before it is Markdown or HTML.
package struct Document: Hashable, Sendable {
  /// The name of its file, without extension.
  package let name: String
  package let title: RichText
  /// Words that stand on everything the release shows; empty for none.
  package let notice: String
  package let blocks: [DocumentBlock]

  package init(name: String, title: RichText, notice: String, blocks: [DocumentBlock]) {
    self.name = name
    self.title = title
    self.notice = notice
    self.blocks = blocks
  }
}
