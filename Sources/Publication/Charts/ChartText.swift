/// The words around a chart.
struct ChartText {
  /// What the picture shows, in a sentence.
  let headline: String
  /// What is counted, over which days and in which unit; then notes, source and notice.
  let lines: [String]

  /// The lines broken so that each fits above the bars.
  var subtitle: [String] { lines.filter { !$0.isEmpty }.flatMap { Self.wrapped($0, at: 100) } }

  /// A text broken at its spaces into lines of at most so many characters; a longer word stays whole.
  static func wrapped(_ text: String, at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
