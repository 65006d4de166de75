import ReleaseModel
import Tabular

/// The columns of the data, each with its concept and what its cells may be.
extension Structure {
  /// One column: an id, what it means, and either a code list or a type.
  private struct Component {
    let id: String
    let name: String
    let meaning: String
    let representation: JSONValue
    var isMandatory = false
  }

  /// The ids of the dimensions, in the order of the columns; the days come last.
  func dimensions(of table: FigureTable) -> [String] {
    dimensionComponents(table).map(\.id) + [Self.days.id]
  }

  /// The ids of the attributes, in the order of the columns.
  func attributes(of table: FigureTable) -> [String] {
    attributeComponents(table).map(\.id)
  }

  /// All concepts of a table; each table has its own, since the same word may mean another thing.
  func concepts(_ table: FigureTable) -> JSONValue {
    let all =
      dimensionComponents(table) + [Self.days, Self.value] + attributeComponents(table)
    return artefact(
      id: "CS_\(table.id)", name: "Columns of \(table.table.title)",
      [
        .init(
          "concepts",
          .array(
            all.map {
              .object([
                "id": .string($0.id), "name": .string($0.name),
                "description": .string($0.meaning),
              ])
            }))
      ])
  }

  func definition(_ table: FigureTable) -> JSONValue {
    func component(_ part: Component, _ more: [JSONValue.Member] = []) -> JSONValue {
      let concept =
        "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=\(Self.maintainer):"
        + "CS_\(table.id)(\(version)).\(part.id)"
      return .object(
        [
          .init("id", .string(part.id)), .init("conceptIdentity", .string(concept)),
          .init("localRepresentation", part.representation),
        ] + more)
    }
    func attribute(_ part: Component) -> JSONValue {
      component(
        part,
        [
          .init("usage", part.isMandatory ? "mandatory" : "optional"),
          .init("attributeRelationship", .object(["observation": .object([])])),
        ])
    }
    let dimensions = JSONValue.object([
      "id": "DimensionDescriptor",
      "dimensions": .array(dimensionComponents(table).map { component($0) }),
      "timeDimension": component(Self.days),
    ])
    let measures = JSONValue.object([
      "id": "MeasureDescriptor",
      "measures": [component(Self.value, [.init("usage", "optional")])],
    ])
    let attributes = JSONValue.object([
      "id": "AttributeDescriptor",
      "attributes": .array(attributeComponents(table).map(attribute)),
    ])
    return artefact(
      id: table.id, name: table.table.title,
      [
        .init(
          "dataStructureComponents",
          .object([
            "dimensionList": dimensions, "measureList": measures, "attributeList": attributes,
          ]))
      ])
  }

  private static let days = Component(
    id: "TIME_PERIOD", name: "Period",
    meaning: "The days: a year, a month, or from a day on for so many days.",
    representation: format("ObservationalTimePeriod"), isMandatory: true)

  private static let value = Component(
    id: "OBS_VALUE", name: "Value", meaning: "The figure; empty where there is none.",
    representation: format("Decimal"))

  private static func format(_ type: String) -> JSONValue {
    .object(["format": .object(["dataType": .string(type)])])
  }

  private func codes(_ list: String) -> JSONValue {
    .object([
      "enumeration": .string(
        "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=\(Self.maintainer):\(list)(\(version))")
    ])
  }

  private func dimensionComponents(_ table: FigureTable) -> [Component] {
    let own = table.dimensions.map { place in
      let column = table.table.columns[place]
      return Component(
        id: FigureTable.id(column.name), name: column.label, meaning: column.fullMeaning,
        representation: codes("CL_" + FigureTable.id(column.name)), isMandatory: true)
    }
    let indicator = Component(
      id: "INDICATOR", name: "Figure", meaning: "Which figure of a row of the table it is.",
      representation: codes("CL_\(table.id)_INDICATOR"), isMandatory: true)
    return own + [indicator]
  }

  private func attributeComponents(_ table: FigureTable) -> [Component] {
    let shared = [
      Component(
        id: "OBS_STATUS", name: "Status", meaning: "What has to be known of the value.",
        representation: codes("CL_OBS_STATUS"), isMandatory: true),
      Component(
        id: "CONF_STATUS", name: "Confidentiality", meaning: "Whether the value is hidden.",
        representation: codes("CL_CONF_STATUS"), isMandatory: true),
      Component(
        id: "UNIT_MEASURE", name: "Unit", meaning: "What one of the value is.",
        representation: codes("CL_UNIT_MEASURE")),
      Component(
        id: "DECIMALS", name: "Decimals", meaning: "The value has at most so many.",
        representation: Self.format("Integer"), isMandatory: true),
      Component(
        id: "COMMENT", name: "Comment", meaning: "A status that has no code.",
        representation: Self.format("String")),
    ]
    return shared
      + table.attributes.map { place in
        let column = table.table.columns[place]
        return Component(
          id: FigureTable.id(column.name), name: column.label, meaning: column.fullMeaning,
          representation: Self.format("String"))
      }
  }
}
