import Normalization
package import TakedownModel
import Tabular

/// Spellings of actions, units and categories, of all agencies or of one source.
package struct WordSettings: Hashable, Sendable {
  package let actions: [Action: [String]]
  package let counts: [UnitOfCount: [String]]
  /// By the id of the category.
  package let categories: [String: [String]]
  /// Words that stand for no action.
  package let noAction: [String]
  /// Words that stand for no unit.
  package let noUnit: [String]

  init(_ settings: ValidSettings) {
    func words<Value: CaseIterable & RawRepresentable<String> & Hashable>(
      _ key: String
    ) -> [Value: [String]] {
      let words = settings.object(key)
      return Dictionary(
        uniqueKeysWithValues: Value.allCases.filter { words.has($0.rawValue) }.map {
          ($0, words.texts($0.rawValue))
        })
    }
    actions = words("actions")
    counts = words("counts")
    noAction = settings.object("actions").texts(RegisteredWords.noEquivalent)
    noUnit = settings.object("counts").texts(RegisteredWords.noEquivalent)
    categories = Dictionary(
      settings.members("categories").map {
        ($0.key, ValidSettings(.object([$0])).texts($0.key))
      }, uniquingKeysWith: +)
  }

  /// Whether there is no word at all.
  var isEmpty: Bool {
    actions.isEmpty && counts.isEmpty && categories.isEmpty && noAction.isEmpty && noUnit.isEmpty
  }

  /// Adds the spellings to the registers, in which they win over those that there are.
  func add(to words: inout RegisteredWords) {
    for action in Action.allCases {
      words.actions.add(action, spellings: actions[action] ?? [])
    }
    for unit in UnitOfCount.allCases {
      words.units.add(unit, spellings: counts[unit] ?? [])
    }
    for (id, spellings) in categories.sorted(by: { $0.key < $1.key }) {
      words.categories.add(id, spellings: spellings)
    }
    words.actions.addWithoutEquivalent(spellings: noAction)
    words.units.addWithoutEquivalent(spellings: noUnit)
  }

  /// Spellings that stand in two lists, with the key of the second one.
  var problems: [(key: String, reason: String)] {
    let none = RegisteredWords.noEquivalent
    let actions = Action.allCases.map { ($0.rawValue, self.actions[$0] ?? []) }
    let counts = UnitOfCount.allCases.map { ($0.rawValue, self.counts[$0] ?? []) }
    return Self.repeated("actions", actions + [(none, noAction)])
      + Self.repeated("counts", counts + [(none, noUnit)])
      + Self.repeated(
        "categories", categories.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private static func repeated(
    _ register: String, _ lists: [(id: String, spellings: [String])]
  ) -> [(key: String, reason: String)] {
    var owners: [String: String] = [:]
    var problems: [(key: String, reason: String)] = []
    for (id, spellings) in lists {
      for spelling in spellings {
        let folded = foldedSpelling(spelling)
        if let owner = owners[folded], owner != id {
          problems.append(
            (
              "\(register).\(id)",
              "\(quoted(spelling)) is under '\(owner)' too; keep it under one of the two"
            ))
        }
        owners[folded] = owners[folded] ?? id
      }
    }
    return problems
  }
}
