import ReleaseModel
import Tabular

/// The structure message of the figures, as SDMX-JSON 2.0: what the columns of the data are.
///
/// Everything has the last day counted as its version, since the codes are those of the release.
struct Structure {
  /// Who maintains the structures, in their references.
  static let maintainer = "TAKEDOWNS"

  let tables: [FigureTable]
  let units: CodeList
  let release: ReleaseContents
  /// The code list of each dimension, by the name of its column.
  private let lists: [(column: String, list: CodeList)]

  init(tables: [FigureTable], release: ReleaseContents) {
    self.tables = tables
    self.release = release
    var columns: [DataColumn] = []
    var names: [String: [String: String]] = [:]
    var units: [String: String] = [:]
    for table in tables {
      for place in table.dimensions {
        let column = table.table.columns[place]
        if names[column.name] == nil { columns.append(column) }
        let named = table.table.index(of: column.name + "_name") ?? place
        for row in table.table.rows {
          names[column.name, default: [:]][row[place]] = row[named]
        }
      }
      for figure in table.figures {
        for row in table.table.rows {
          let unit = table.unit(of: figure, in: row)
          if !unit.isEmpty { units[unit] = unit }
        }
      }
    }
    lists = columns.map { column in
      let list = CodeList(
        id: "CL_" + FigureTable.id(column.name), name: column.label,
        names: names[column.name] ?? [:])
      return (column.name, list)
    }
    self.units = CodeList(id: "CL_UNIT_MEASURE", name: "Unit", names: units)
  }

  /// The code list of a dimension.
  func list(of column: String) -> CodeList? {
    lists.first { $0.column == column }?.list
  }

  var version: String { release.asOf.version }

  /// How the data name their structure: `TAKEDOWNS:ACCOUNTS(2025.3.31)`.
  func reference(to table: FigureTable) -> String {
    "\(Self.maintainer):\(table.id)(\(version))"
  }

  var json: JSONValue {
    .object([
      "meta": .object([
        "id": .string("takedowns-\(release.asOf)"),
        "test": false,
        // No clock: the last day counted.
        "prepared": .string("\(release.asOf)T00:00:00Z"),
        "sender": .object(["id": .string(Self.maintainer)]),
        "schema": .string(Self.schema),
      ]),
      "data": .object([
        "codelists": .array(allLists.map { $0.json(version: version) }),
        "conceptSchemes": .array(tables.map(concepts)),
        "dataStructures": .array(tables.map(definition)),
        "dataflows": .array(tables.map(dataflow)),
      ]),
    ])
  }

  private static let schema =
    "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/"
    + "sdmx-json-structure-schema.json"

  private var allLists: [CodeList] {
    let statuses = [
      CodeList(
        id: "CL_OBS_STATUS", name: "Observation status", names: ObservationStatus.statusNames),
      CodeList(
        id: "CL_CONF_STATUS", name: "Confidentiality status",
        names: ObservationStatus.confidentialityNames),
    ]
    return lists.map(\.list) + tables.map(indicators) + [units] + statuses
  }

  /// The figures of a table as codes: `VALUE`, `MEDIAN_SECONDS`.
  private func indicators(_ table: FigureTable) -> CodeList {
    let columns = table.figures.map { table.table.columns[$0] }
    return CodeList(
      id: "CL_\(table.id)_INDICATOR", name: "Figures of \(table.table.title)",
      names: Dictionary(columns.map { (FigureTable.id($0.name), $0.label) }) { first, _ in first })
  }

  private func dataflow(_ table: FigureTable) -> JSONValue {
    let without = table.table.rows.count { table.days(of: $0) == nil }
    let words = [
      DataPackage.closed(release.notice),
      without > 0 ? "Rows whose days are not said are not here: \(without)." : "",
    ].filter { !$0.isEmpty }
    return artefact(
      id: table.id, name: table.table.title, description: words.joined(separator: " "),
      [
        .init(
          "structure",
          .string(
            "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=\(reference(to: table))"))
      ])
  }

  /// What every maintained part begins with.
  func artefact(
    id: String, name: String, description: String = "", _ members: [JSONValue.Member]
  ) -> JSONValue {
    let head: [JSONValue.Member] = [
      .init("agencyID", .string(Self.maintainer)), .init("id", .string(id)),
      .init("name", .string(name)),
    ]
    let described =
      description.isEmpty ? [] : [JSONValue.Member("description", .string(description))]
    return .object(head + described + [.init("version", .string(version))] + members)
  }
}
