/// What is wrong with a catalogue of messages, all of it.
package struct MessageCatalogueError: Error, Hashable, CustomStringConvertible {
  /// One thing that is wrong, and where.
  package struct Problem: Hashable, Sendable {
    /// The key path: `messages.statement.accounts.two`; empty for the whole.
    package let path: String
    /// What was found, what was expected, what to do.
    package let message: String
  }

  /// In the order in which the catalogue is read; never empty.
  package let problems: [Problem]

  package var description: String {
    problems.map { $0.path.isEmpty ? $0.message : "\($0.path): \($0.message)" }
      .joined(separator: "\n")
  }
}
