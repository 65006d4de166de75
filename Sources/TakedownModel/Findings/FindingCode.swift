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

  package init(
    _ name: String, _ severity: Severity, _ title: String, occurs: String, effect: String,
    remedy: String
  ) {
    self.name = name
    self.severity = severity
    self.title = title
    self.occurs = occurs
    self.effect = effect
    self.remedy = remedy
  }

  package static func == (left: FindingCode, right: FindingCode) -> Bool {
    left.name == right.name
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }

  /// All codes, sorted by their names.
  package static let all = (files + text + csv + sheets + rows + records + registers).sorted {
    $0.name < $1.name
  }

  private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  /// The code of a name; nil where there is none.
  package static func named(_ name: String) -> FindingCode? { byName[name] }

  /// The page as it is printed: a title, then when it occurs, what it does and what to do.
  package var page: String {
    """
    \(name) (\(severity.rawValue))
    \(title)

    When it occurs
      \(occurs)

    What it does to the figures
      \(effect)

    What to do
      \(remedy)
    """
  }
}
