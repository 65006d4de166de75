import ReleaseModel
import Tabular

/// What Datasette shows beside the tables: titles, what each column means, ready questions.
struct DatasetteMetadata {
  let release: ReleaseContents
  let codes: [CodeTable]
  let tables: [DatabaseTable]
  let views: [DatabaseView]

  var json: JSONValue {
    let description = release.notice.isEmpty ? nil : JSONValue.string(release.notice)
    let codeTables = codes.map { code in
      JSONValue.Member(
        code.name,
        .object([
          "title": .string("\(code.label): ids and names"),
          "label_column": .string(code.column + "_name"),
        ]))
    }
    return .object([
      "title": .string(release.title),
      "description": description,
      "source": "Logs of the agencies, as methodology.md says",
      "databases": .object([
        "takedowns": .object([
          "title": .string("\(release.title), counted up to \(release.asOf)"),
          "description": description,
          "tables": .object(codeTables + tables.map(described) + views.map(described)),
          "queries": .object(queries),
        ])
      ]),
    ])
  }

  private func described(_ table: DatabaseTable) -> JSONValue.Member {
    let columns = table.file.table.columns.map { column in
      let unit = column.unit.isEmpty ? "" : " Unit: \(column.unit)."
      return JSONValue.Member(column.name, .string(column.fullMeaning + unit))
    }
    return JSONValue.Member(
      table.name,
      .object([
        "title": .string(table.file.table.title),
        "description": .string("As in \(table.file.path)"),
        "columns": .object(columns),
      ]))
  }

  private func described(_ view: DatabaseView) -> JSONValue.Member {
    let meanings = tables.first { $0.name == view.table }?.file.table.columns ?? []
    let columns = meanings.filter { view.columns.contains($0.name) }
      .map { JSONValue.Member($0.name, .string($0.fullMeaning)) }
    return JSONValue.Member(
      view.name, .object(["title": .string(view.title), "columns": .object(columns)]))
  }

  /// A query for each view, and one for the month by month of an agency that is asked for.
  private var queries: [JSONValue.Member] {
    var queries = views.map { view in
      JSONValue.Member(
        "\(view.name)_query",
        .object([
          "title": .string(view.title),
          "sql": .string("select * from \(view.name.quotedName)"),
        ]))
    }
    if views.contains(where: { $0.name == "year_over_year_by_month" }) {
      queries.append(
        JSONValue.Member(
          "months_of_agency",
          .object([
            "title": "Accounts of one agency by month, beside the year before",
            "sql":
              "select * from year_over_year_by_month where agency = :agency order by period_start",
          ])))
    }
    return queries
  }
}
