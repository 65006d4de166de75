import Bytes

/// What the dates look like that none of a source's formats reads, column by column.
///
/// For the person who writes the pipeline file: it never changes how anything is read. Merged in the
/// order of the records.
package struct DateHints: Sendable {
  /// What to say about a column of a source.
  package struct Hint: Hashable, Sendable {
    package let source: String
    package let column: String
    /// The file of the first text that no format reads.
    package let file: String
    /// The ordinal of its record in the file, 1-based.
    package let position: Int
    package let message: String
  }

  private struct Key: Hashable {
    let source: String
    let column: Int
  }

  private struct Column {
    var unread = DateOrderTally.Count()
    /// By the number of a form in `DateGuesses`.
    var forms: [Int: DateOrderTally] = [:]
  }

  private var columns: [Key: Column] = [:]

  package init() {}

  /// Whether every text was read.
  package var isEmpty: Bool { columns.isEmpty }

  /// Notes a text that no format reads.
  mutating func add(
    _ text: Span<UInt8>, source: String, _ column: DateColumn, file: String, position: Int
  ) {
    let one = DateOrderTally.Count(
      texts: 1, first: .init(file: file, position: position, text: text.text))
    let key = Key(source: source, column: column.rawValue)
    columns[key, default: Column()].unread.merge(one)
    var found: [(form: Int, evidence: DateOrderEvidence)] = []
    DateGuesses.common.each(of: text) { found.append(($0, $1)) }
    for (form, evidence) in found {
      var tally = DateOrderTally()
      switch evidence {
      case .dayFirst: tally.dayFirst = one
      case .monthFirst: tally.monthFirst = one
      case .either, .none: tally.either = one
      }
      columns[key, default: Column()].forms[form, default: DateOrderTally()].merge(tally)
    }
  }

  /// Adds what comes later in the records.
  package mutating func merge(_ later: DateHints) {
    for (key, column) in later.columns {
      columns[key, default: Column()].unread.merge(column.unread)
      for (form, tally) in column.forms {
        columns[key, default: Column()].forms[form, default: DateOrderTally()].merge(tally)
      }
    }
  }

  /// One for each column that has texts which no format reads, by source and column.
  package var hints: [Hint] {
    columns.sorted { ($0.key.source, $0.key.column) < ($1.key.source, $1.key.column) }.map {
      let name = DateColumn(rawValue: $0.key.column)?.name ?? ""
      return Hint(
        source: $0.key.source, column: name, file: $0.value.unread.first?.file ?? "",
        position: $0.value.unread.first?.position ?? 0,
        message: "source '\($0.key.source)', \(name): " + Self.words($0.value))
    }
  }

  private static func words(_ column: Column) -> String {
    let texts = column.unread.texts
    let unread = "\(texts) \(texts == 1 ? "date has" : "dates have") no format of the source"
    let best = column.forms.min { first, second in
      // Most texts first; of as many the form that comes first among the guesses.
      (-first.value.texts, first.key) < (-second.value.texts, second.key)
    }
    guard let (form, tally) = best else {
      // Not the text itself: what is no date may be the account, of a column that is mapped wrongly.
      let place = column.unread.first.map { ", first in \($0.file), record \($0.position)" } ?? ""
      return unread + place + "; they have no usual form; declare date_format"
    }
    let look =
      switch (tally.texts, texts) {
      case (1, 1): "it looks like"
      case (1, _): "1 of them looks like"
      case (let some, let all): some == all ? "they look like" : "\(some) of them look like"
      }
    let guesses = DateGuesses.common
    guard form > 0, !guesses.words(form, .monthFirst).isEmpty else {
      let place = tally.either.first.map { ": \($0)" } ?? ""
      return "\(unread); \(look) \(guesses.words(form))\(place); declare date_format"
    }
    let (day, month) = (guesses.words(form), guesses.words(form, .monthFirst))
    switch (tally.dayFirst.first, tally.monthFirst.first) {
    case (let first?, nil):
      return "\(unread); \(look) \(day): \(first); declare date_format"
    case (nil, let first?):
      return "\(unread); \(look) \(month): \(first); declare date_format"
    case (let first?, let second?):
      return "\(unread); \(first) looks like \(day) and \(second) like \(month); make a source "
        + "for each and declare date_format"
    case (nil, nil):
      let place = tally.either.first.map { "\($0)" } ?? ""
      return "\(unread); \(look) \(day) or \(month): \(place) can be both; find out "
        + "which and declare date_format"
    }
  }
}
