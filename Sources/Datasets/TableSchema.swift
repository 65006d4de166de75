import ReleaseModel
import Tabular

/// A table's columns as a Table Schema: what a cell holds, and what none says.
struct TableSchema {
  let table: DataTable
  let references: [TableReference]

  var json: JSONValue {
    .object([
      "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
      "fields": .array(table.columns.indices.map(field)),
      "missingValues": [""],
      "primaryKey": table.hasSoundKey ? .array(table.key.map(JSONValue.string)) : nil,
      "foreignKeys": references.isEmpty ? nil : .array(references.map(foreignKey)),
    ])
  }

  private func field(_ place: Int) -> JSONValue {
    let column = table.columns[place]
    return .object([
      "name": .string(column.name),
      "title": .string(column.label),
      "description": .string(column.fullMeaning),
      "type": .string(type(of: column)),
      "unit": column.unit.isEmpty ? nil : .string(column.unit),
      "decimals": column.decimals.map(JSONValue.integer),
      "constraints": table.isAlwaysFilled(place)
        ? .object([JSONValue.Member("required", true)]) : nil,
    ])
  }

  private func type(of column: DataColumn) -> String {
    switch column.kind {
    case .text: "string"
    case .integer: "integer"
    case .decimal: "number"
    case .date: "date"
    }
  }

  private func foreignKey(_ reference: TableReference) -> JSONValue {
    let fields = JSONValue.array(reference.columns.map(JSONValue.string))
    return .object([
      "fields": fields,
      "reference": .object(["resource": .string(reference.table), "fields": fields]),
    ])
  }
}
