import Normalization
import Tabular

/// Which texts are names of one kind on a platform, and which of them are the same name.
package struct NameSettings: Hashable, Sendable {
  /// The letters that names may hold.
  package enum Letters: String, CaseIterable, Sendable {
    case latin
    case all
    case none
  }

  /// What the case of letters does.
  package enum Case: String, CaseIterable, Sendable {
    case ignored
    case counts
  }

  package let letters: Letters
  package let symbols: String
  /// Symbols that are legal and make no difference.
  package let ignored: String
  /// How many characters names have, what is ignored not counted.
  package let length: ClosedRange<Int>
  package let `case`: Case
  package let startsWithLetter: Bool
  package let notFirst: String
  package let notLast: String
  package let notTwice: String
  package let prefix: String
  /// A symbol that every name holds; empty for none.
  package let requires: String

  init(_ settings: ValidSettings) {
    letters = Letters(rawValue: settings.text("letters")) ?? .latin
    symbols = settings.text("symbols")
    ignored = settings.text("ignored")
    length = settings.range("length") ?? 1...1
    `case` = Case(rawValue: settings.text("case")) ?? .ignored
    startsWithLetter = settings.flag("starts_with_letter")
    notFirst = settings.text("not_first")
    notLast = settings.text("not_last")
    notTwice = settings.text("not_twice")
    prefix = settings.text("prefix")
    requires = settings.text("requires")
  }

  /// The same for the engine.
  var grammar: HandleGrammar {
    HandleGrammar(
      symbols, length, ignoring: ignored, ignoresCase: `case` == .ignored,
      allowsAllLetters: letters == .all, startsWithLetter: startsWithLetter, notFirst: notFirst,
      notLast: notLast, notTwice: notTwice, prefix: prefix, requires: requires.first,
      digitsOnly: letters == .none)
  }

  /// What contradicts itself, by the key that has it: names would not stay what they are when read
  /// again, or none would be legal.
  var problems: [(key: String, reason: String)] {
    var problems: [(key: String, reason: String)] = []
    if let both = ignored.first(where: symbols.contains) {
      problems.append(("ignored", "'\(both)' is in symbols too; keep it in one of the two"))
    }
    if letters == .none, startsWithLetter {
      problems.append(("starts_with_letter", "found with letters 'none'; leave one of them out"))
    }
    if let character = requires.first, !symbols.contains(character) {
      problems.append(("requires", "'\(character)' is not in symbols; add it there"))
    }
    for (key, text) in [("not_first", notFirst), ("not_last", notLast), ("not_twice", notTwice)] {
      if let alien = text.first(where: { !symbols.contains($0) && !ignored.contains($0) }) {
        problems.append((key, "'\(alien)' is in no name anyway; add it to symbols or leave it out"))
      } else if !ignored.isEmpty, let kept = text.first(where: { !ignored.contains($0) }) {
        problems.append(
          (key, "'\(kept)' could stand there once \(quoted(ignored)) is ignored; leave it out"))
      }
    }
    return problems + prefixProblems
  }

  private var prefixProblems: [(key: String, reason: String)] {
    let isLegal = prefix.allSatisfy { character in
      character.isNumber || character.isLetter && letters != .none || symbols.contains(character)
    }
    if !isLegal {
      return [("prefix", "\(quoted(prefix)) is no start of a name; add its characters to symbols")]
    }
    if `case` == .ignored, prefix.contains(where: \.isUppercase) {
      return [
        ("prefix", "\(quoted(prefix)) has capitals, while case is ignored; write small letters")
      ]
    }
    return []
  }
}
