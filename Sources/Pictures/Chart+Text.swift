import ReleaseModel

extension Chart {
  /// The lines broken so that each fits above the picture.
  var subtitle: [String] { lines.flatMap { Self.wrapped($0, at: 100) } }

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
