/// A kind of finding, with the page that explains it.
///
/// Two codes are the same when their names are. The name stands in messages, in `findings.csv`,
/// `issues.csv`, `rejects.csv` and `run.json`, and stays what it is from version to version.
package struct FindingCode: Hashable, Sendable {
  /// Kebab-case, such as `ragged-row`.
  package let name: String
  package let severity: Severity
  /// One line without a full stop.
  package let title: String
  /// When it comes about.
  package let occurs: String
  /// What it does to the figures.
  package let effect: String
  /// What a person can do.
  package let remedy: String
  /// What it looks like in a file, in a line; nil where that does not help.
  package let example: String?

  package init(
    _ name: String, _ severity: Severity, _ title: String, occurs: String, effect: String,
    remedy: String, example: String? = nil
  ) {
    self.name = name
    self.severity = severity
    self.title = title
    self.occurs = occurs
    self.effect = effect
    self.remedy = remedy
    self.example = example
  }

  package static func == (left: FindingCode, right: FindingCode) -> Bool {
    left.name == right.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }

  /// All codes, sorted by their names.
  package static let all = (files + sources + text + csv + sheets + rows + records + registers)
    .sorted { $0.name < $1.name }

  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  /// The code of a name; nil where there is none.
  package static func named(_ name: String) -> FindingCode? { byName[name] }

  /// The page as it is printed: a title, then when it occurs, what it does and what to do.
  package var page: String {
    var parts = [("When it occurs", Self.folded(occurs))]
    if let example { parts.append(("For instance", "  " + example)) }
    parts.append(("What it does to the figures", Self.folded(effect)))
    parts.append(("What to do", Self.folded(remedy)))
    return "\(name) (\(severity.rawValue))\n\(title)\n\n"
      + parts.map { "\($0.0)\n\($0.1)" }.joined(separator: "\n\n")
  }

  /// A text in lines of at most 78 characters, two spaces before each.
  private static func folded(_ text: String) -> String {
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = "  " + word
      } else if lines[last].count + 1 + word.count <= 78 {
        lines[last] += " " + word
      } else {
        lines.append("  " + word)
      }
    }
    return lines.joined(separator: "\n")
  }
}
