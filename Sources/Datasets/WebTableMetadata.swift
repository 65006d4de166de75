package import ReleaseModel
import Tabular

/// Beside each CSV file its metadata by "CSV on the Web", where its readers look by themselves.
package struct WebTableMetadata: ReleaseFormat {
  package init() {}

  package func files(of release: ReleaseContents) -> [ReleaseFile] {
    release.tableFiles.map { file in
      ReleaseFile(
        path: "\(file.path)-metadata.json",
        text: document(file.table, of: release).prettyText)
    }
  }

  private func document(_ table: DataTable, of release: ReleaseContents) -> JSONValue {
    let key = table.hasSoundKey ? JSONValue.array(table.key.map(JSONValue.string)) : nil
    return .object([
      "@context": [
        "http://www.w3.org/ns/csvw", .object([JSONValue.Member("@language", "en")]),
      ],
      "url": .string("\(table.name).csv"),
      "dc:title": .string(table.title),
      "dc:isPartOf": .string(release.title),
      "dc:description": release.notice.isEmpty ? nil : .string(release.notice),
      "tableSchema": .object([
        "columns": .array(table.columns.indices.map { column($0, of: table) }),
        "primaryKey": key,
      ]),
    ])
  }

  private func column(_ place: Int, of table: DataTable) -> JSONValue {
    let column = table.columns[place]
    return .object([
      "name": .string(column.name),
      // The first is the header in the file, the second the name for people.
      "titles": [.string(column.name), .string(column.label)],
      "dc:description": .string(column.fullMeaning),
      "schema:unitText": column.unit.isEmpty ? nil : .string(column.unit),
      "datatype": .string(column.kind == .text ? "string" : column.kind.name),
      "required": table.isAlwaysFilled(place) ? true : nil,
    ])
  }
}
