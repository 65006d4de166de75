/// That every row of a table belongs to a row of another, by columns of the same names.
package struct TableReference: Hashable, Sendable {
  /// The name of the other table.
  package let table: String
  /// The key of the other table: columns of both.
  package let columns: [String]
}

extension DataTable {
  /// The tables to which every row of this one refers.
  ///
  /// It holds where this table has all columns of the other's sound key and each of its rows is
  /// found there: what is claimed has been looked up. Only tables listed earlier are asked for, so
  /// that references never go in a circle.
  package func references(among earlier: [DataTable]) -> [TableReference] {
    earlier.compactMap { other in
      let places = other.key.compactMap(index)
      guard !rows.isEmpty, places.count == other.key.count, other.hasSoundKey else { return nil }
      let otherPlaces = other.key.compactMap(other.index)
      let known = Set(other.rows.map { row in otherPlaces.map { row[$0] } })
      guard rows.allSatisfy({ row in known.contains(places.map { row[$0] }) }) else { return nil }
      return TableReference(table: other.name, columns: other.key)
    }
  }

  /// Whether a column has a cell in every row, by its description and in fact.
  package func isAlwaysFilled(_ place: Int) -> Bool {
    columns[place].missing.isEmpty && rows.allSatisfy { !$0[place].isEmpty }
  }
}

extension DataColumn {
  /// The meaning, and what an empty cell says where one can be.
  ///
  /// `How many. Empty: not available.`
  package var fullMeaning: String {
    missing.isEmpty ? meaning : "\(meaning) Empty: \(missing)."
  }
}
