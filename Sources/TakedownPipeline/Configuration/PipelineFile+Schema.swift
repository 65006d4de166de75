package import Tabular

extension PipelineFile {
  /// The whole of `pipeline.json`.
  static let schema = ConfigurationSchema.object(
    ObjectShape([
      .init(
        "$schema", .text(.any),
        "Where an editor finds the JSON Schema of this file; the pipeline does not read it."),
      .init(
        "version", .version(highest: highestVersion), required: true,
        "The version of this file's form."),
      .init(
        "title", .text(.any), default: "Takedowns of social-media accounts",
        "The title over everything that is published."),
      .init(
        "notice", .text(.any), default: "",
        "A sentence that goes with everything that is published."),
      .init(
        "reporting", ReportingSettings.schema, default: empty,
        "The calendar in which figures are told."),
      .init(
        "outputs", .text(.nonEmpty), default: "outputs", "The folder for everything written."),
      .init(
        "sources", .list(of: SourceSettings.schema, uniqueKey: "id"), required: true,
        "The agencies' logs."),
      .init(
        "published", .list(of: PublishedSettings.schema, uniqueKey: "id"), default: [],
        "Registers of figures that have been said in public."),
      .init(
        "registers", RegisterSettings.schema, default: empty,
        "Names and spellings on top of the built-in ones."),
      .init(
        "headlines", .list(of: HeadlineSettings.schema, uniqueKey: "id"), default: [],
        "The figures that the press office puts first."),
      .init(
        "languages", .list(of: .text(.nonEmpty)), default: [],
        "The files with the words of headlines in languages beside English, relative to this one's "
          + "folder."),
      .init(
        "publish", PublishSettings.schema, default: empty, "What is left out of the release."),
      .init(
        "operate", OperateSettings.schema, default: empty,
        "Whom a run tells how it ended; nothing in it changes a figure."),
    ]))

  private static let empty = JSONValue.object([] as [JSONValue.Member])

  /// The JSON Schema of `pipeline.json`, draft 2020-12.
  package static var jsonSchema: JSONValue {
    guard case .object(let members) = schema.jsonSchema else { return schema.jsonSchema }
    return .object(
      [
        .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
        .init("title", .string("pipeline.json, version \(highestVersion)")),
      ] + members)
  }
}
