/// Lines of a name and words, the words one below the other as they stand in `all`.
func aligned(
  _ lines: [(name: String, words: String)], as all: [(name: String, words: String)]
) -> String {
  let width = all.map(\.name.count).max() ?? 0
  return lines.map { line in
    let space = String(repeating: " ", count: max(0, width + 2 - line.name.count))
    return line.name + space + line.words
  }.joined(separator: "\n")
}
