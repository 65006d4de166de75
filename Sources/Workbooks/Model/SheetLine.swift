/// A line above the table of a sheet, in a cell of its own.
struct SheetLine: Hashable, Sendable {
  /// What it looks like.
  enum Style: Hashable, Sendable {
    case title, text
    /// It leads to the first cell of the sheet with this name.
    case link(String)
  }

  let text: String
  let style: Style

  init(_ text: String, _ style: Style = .text) {
    self.text = SheetText.shown(text)
    self.style = style
  }
}
