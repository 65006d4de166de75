package import TakedownModel

/// Why a register or a claim cannot be read.
package struct ClaimsError: Error, Hashable, CustomStringConvertible {
  package let description: String

  /// A column that the register lacks.
  static func missingColumn(_ column: String) -> ClaimsError {
    ClaimsError(
      description: "the column '\(column)' is missing; expected the columns of a register of "
        + "published figures")
  }

  /// A cell that cannot be read; `record` counts the rows after the header from 1.
  static func cell(record: Int, column: String, found: String, expected: String) -> ClaimsError {
    ClaimsError(
      description: "record \(record), column \(column): found '\(found.prefix(40))'; expected "
        + expected)
  }

  /// A claim that cannot be read.
  static func claim(_ found: String, expected: String) -> ClaimsError {
    ClaimsError(description: "found '\(found.prefix(40))'; expected \(expected)")
  }
}

extension ClaimsError {
  /// A claim without a number, with what was not understood of it.
  package static func noValue(unread: [String]) -> ClaimsError {
    let found = unread.isEmpty ? "" : " ('\(unread.joined(separator: "', '"))' was not understood)"
    return ClaimsError(
      description: "the claim names no number that it could be about\(found); say it with --says "
        + "18,000")
  }

  /// A name that neither the records nor the register know, so that nothing could speak against it.
  package static func unknown(_ option: String, _ found: String, known: Set<String>) -> ClaimsError
  {
    ClaimsError(
      description: "\(option): there is no '\(found.prefix(40))'; expected one of "
        + known.sorted().joined(separator: ", "))
  }

  /// A sentence that says what cannot be checked.
  package static func sentence(_ problem: String) -> ClaimsError {
    ClaimsError(description: problem)
  }

  /// A claim without a first day.
  package static let noDays = ClaimsError(
    description: "the claim names no days, such as 'since July 2024'; say them with --since and "
      + "--until")

  /// A sentence whose days hang on the day on which it was said, which is not known.
  package static let noDay = ClaimsError(
    description: "it is not known on which day the sentence was said; say it with --said-on "
      + "2025-03-31")

  /// Days in the wrong order.
  package static func order(_ first: CalendarDate, _ last: CalendarDate) -> ClaimsError {
    ClaimsError(
      description: "the claim's last day \(last) is before its first day \(first); expected it on "
        + "that day or after it")
  }

  /// Words of a change that are not understood.
  package static func change(_ text: String) -> ClaimsError {
    .claim(text, expected: "a change such as '+40%', 'almost a third', '10,000 more', 'doubled'")
  }

  /// Units that are not understood.
  package static func units(_ text: String) -> ClaimsError {
    .claim(text, expected: "units joined by '+', such as accounts+pages+posts")
  }
}
