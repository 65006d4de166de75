/// A column of a published table, with all that its reader has to know.
package struct DataColumn: Hashable, Sendable {
  /// What the cells hold.
  package enum Kind: Hashable, Sendable {
    case text, integer, date
    /// At most so many decimals.
    case decimal(Int)

    /// `text`, `integer`, `decimal` or `date`.
    package var name: String {
      switch self {
      case .text: "text"
      case .integer: "integer"
      case .date: "date"
      case .decimal: "decimal"
      }
    }
  }

  /// The name in the header of a file: lower-case words joined by underscores.
  package let name: String
  /// The name for people: `Period start`.
  package let label: String
  package let kind: Kind
  /// What one of it is; empty for what is not a quantity.
  package let unit: String
  /// What a cell says, in one sentence.
  package let meaning: String
  /// What an empty cell says; empty where no cell is.
  package let missing: String

  /// The label is made of the words of the name unless it is given.
  package init(
    name: String, label: String? = nil, kind: Kind, unit: String, meaning: String, missing: String
  ) {
    self.name = name
    self.label = label ?? Self.words(of: name)
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
    self.missing = missing
  }

  /// Decimals of a number; nil for what is none.
  package var decimals: Int? {
    switch kind {
    case .integer: 0
    case .decimal(let decimals): decimals
    case .text, .date: nil
    }
  }

  /// Whether the cells are numbers.
  package var isNumber: Bool { decimals != nil }

  /// `period_start` as `Period start`.
  private static func words(of name: String) -> String {
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
