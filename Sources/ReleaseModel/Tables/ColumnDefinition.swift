/// A column together with how its cell follows from a row: what is described is what is written.
package struct ColumnDefinition<Row> {
  package let column: DataColumn
  package let cell: (Row) -> String

  package init(
    _ name: String, _ meaning: String, _ kind: DataColumn.Kind = .text, label: String? = nil,
    unit: String = "", missing: String = "", cell: @escaping (Row) -> String
  ) {
    column = DataColumn(
      name: name, label: label, kind: kind, unit: unit, meaning: meaning, missing: missing)
    self.cell = cell
  }
}
