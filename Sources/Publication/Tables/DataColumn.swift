/// A column of a published table, with all that its reader has to know.
struct DataColumn: Hashable, Sendable {
  /// What the cells hold.
  enum Kind: String, Sendable {
    case text, integer, decimal, date
  }

  /// The name in the header: lower-case words joined by underscores.
  let name: String
  let kind: Kind
  /// What one of it is; empty for what is not a quantity.
  let unit: String
  /// What a cell says, in one sentence.
  let meaning: String
  /// What an empty cell says; empty where no cell is.
  let missing: String
}
