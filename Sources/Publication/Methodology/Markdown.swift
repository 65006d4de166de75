/// The few shapes of Markdown that the methodology needs.
enum Markdown {
  /// A table; columns whose place is in `numbers` are set to the right.
  static func table(_ header: [String], _ rows: [[String]], numbers: Set<Int> = []) -> String {
    let rule = header.indices.map { numbers.contains($0) ? "---:" : "---" }
    return ([header, rule] + rows.map { $0.map(cell) })
      .map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  static func list(_ items: [String]) -> String {
    items.map { "- \($0)" }.joined(separator: "\n")
  }

  /// A text that stays in its cell and is taken for nothing but text.
  static func cell(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("<", with: "&lt;")
      .replacing("\r", with: "").replacing("\n", with: " ")
  }
}
