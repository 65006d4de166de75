/// A column together with how its cell follows from a row: what is described is what is written.
struct ColumnDefinition<Row> {
  let column: DataColumn
  let cell: (Row) -> String

  init(
    _ name: String, _ meaning: String, _ kind: DataColumn.Kind = .text, unit: String = "",
    missing: String = "", cell: @escaping (Row) -> String
  ) {
    column = DataColumn(name: name, kind: kind, unit: unit, meaning: meaning, missing: missing)
    self.cell = cell
  }
}
