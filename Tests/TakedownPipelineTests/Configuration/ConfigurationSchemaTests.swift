import Tabular
import Testing

@testable import TakedownPipeline

struct ConfigurationSchemaTests {
  private static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init("limit", .integer(minimum: 1), default: 10, "How many."),
      .init("on", .boolean, default: false, "Whether."),
      .init(
        "labels",
        .map(keys: .id, of: .object(ObjectShape([.init("n", .text(.any), default: "x", "N.")]))),
        "Labels."),
    ]))

  @Test(
    arguments: [
      (["limit": 0], "limit: found the number 0, expected a whole number of at least 1"),
      (
        ["limit": .number("1.5")],
        "limit: found the number 1.5, expected a whole number of at least 1"
      ),
      (
        ["limit": "7"],
        "limit: found the text '7', expected a whole number of at least 1; take the quotes away"
      ),
      (["on": 1], "on: found the number 1, expected true or false"),
      (["labels": []], "labels: found a list, expected an object"),
      (
        ["labels": .object(["A B": .object([:])])],
        "labels.A B: found the key 'A B', expected an id of a-z, 0-9 and hyphens, such as 'uk-nca'"
      ),
      (
        ["labels": .object(["a": .object(["n": true])])],
        "labels.a.n: found true, expected a text; put it in double quotes"
      ),
    ] as [(KeyValuePairs<String, JSONValue?>, String)])
  func `a value outside the description is a fault`(
    members: KeyValuePairs<String, JSONValue?>, message: String
  ) {
    let faults = Self.schema.faults(in: .object(members))
    #expect(faults.map { "\($0.path): \($0.message)" } == [message])
  }

  @Test func `defaults reach into maps and keep their order`() {
    let value = JSONValue.object(["labels": .object(["b": .object([:]), "a": .object([:])])])
    #expect(Self.schema.faults(in: value) == [])
    let x = JSONValue.object(["n": "x"])
    #expect(
      Self.schema.fillingDefaults(in: value)
        == .object(["limit": 10, "on": false, "labels": .object(["b": x, "a": x])]))
  }

  @Test func `a range reads as a JSON Schema`() {
    #expect(
      ConfigurationSchema.range(1...9).jsonSchema
        == .object([
          "type": "array",
          "items": .object(["type": "integer", "minimum": 1, "maximum": 9]),
          "minItems": 2, "maxItems": 2,
        ]))
  }

  @Test func `the description reads as a JSON Schema`() {
    let label = JSONValue.object([
      "type": "object",
      "properties": .object([
        "n": .object(["description": "N.", "type": "string", "default": "x"])
      ]),
      "additionalProperties": false,
    ])
    #expect(
      Self.schema.jsonSchema
        == .object([
          "type": "object",
          "properties": .object([
            "limit": .object([
              "description": "How many.", "type": "integer", "minimum": 1, "default": 10,
            ]),
            "on": .object(["description": "Whether.", "type": "boolean", "default": false]),
            "labels": .object([
              "description": "Labels.", "type": "object",
              "propertyNames": .object(["type": "string", "pattern": "^[a-z0-9-]+$"]),
              "additionalProperties": label,
            ]),
          ]),
          "additionalProperties": false,
        ]))
  }

  @Test func `the schema of the file names its draft, its required keys and nothing unknown`() {
    let schema = PipelineFile.jsonSchema
    #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
    #expect(schema["required"] == ["version", "sources"])
    #expect(schema["additionalProperties"] == false)
    let source = schema["properties"]?["sources"]?["items"]
    #expect(source?["required"] == ["id", "path"])
    let given = JSONValue.object(["required": ["preset"]])
    let format = JSONValue.object(["anyOf": [.object(["required": ["format"]])]])
    #expect(source?["allOf"]?.elements.contains(.object(["anyOf": [format, given]])) == true)
    #expect(source?["properties"]?["format"]?["enum"] == ["csv", "json", "ndjson", "xml", "xlsx"])
    let ties = source?["allOf"]?.elements ?? []
    let whenCSV = JSONValue.object([
      "properties": .object(["format": .object(["enum": ["csv"]])]), "required": ["format"],
    ])
    let noDelimiter = JSONValue.object(["properties": .object(["delimiter": false])])
    #expect(ties.contains(.object(["if": whenCSV, "else": noDelimiter])))
  }
}
