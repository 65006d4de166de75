/// Everything that is wrong with a configuration, found in one reading.
package struct ConfigurationError: Error, Hashable, Sendable {
  /// The file as messages name it.
  package let file: String
  /// In the order of the file; never empty.
  package let problems: [ConfigurationProblem]

  package init(file: String, problems: [ConfigurationProblem]) {
    self.file = file
    self.problems = problems
  }
}

extension ConfigurationError: CustomStringConvertible {
  package var description: String { lines.joined(separator: "\n") }

  /// One line a problem: `pipeline.json: sources[2].path: …` or, for broken JSON,
  /// `pipeline.json:3:14: …`.
  package var lines: [String] {
    problems.map { problem in
      var place = file
      if let line = problem.line { place += ":\(line)" }
      if let column = problem.column { place += ":\(column)" }
      if !problem.path.isEmpty { place += ": \(problem.path)" }
      return "\(place): \(problem.message)"
    }
  }
}
