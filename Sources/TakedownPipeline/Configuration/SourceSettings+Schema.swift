import TakedownModel
import Tabular

extension SourceSettings {
  /// What an element of `sources` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape(
      nameMembers + dialectMembers + mappingMembers + shapeMembers + readingMembers + guardMembers,
      rules: fieldRules, preset: "preset", own: ["id", "path", "preset"] + ownEffects))

  /// The keys on which no byte of a stage before the release depends.
  static let ownEffects = ["allow_missing", "guards"]

  /// What the source is and where its files are.
  private static let nameMembers: [ObjectShape.Member] = [
    .init("id", .text(.id), required: true, "A name for the source, unique among the sources."),
    .init(
      "preset", .text(.nonEmpty),
      "A mapping that is taken over, by its name or as the path of a JSON file; what the source "
        + "says itself wins."),
    .init(
      "kind", .text(.choice(SourceKind.allCases.map(\.rawValue))), default: "records",
      "Whether a row is something done, or a figure that somebody else has counted."),
    .init(
      "agency", .text(.id),
      "The canonical id of the agency; with fields.agency, for records that name none."),
    .init(
      "path", .oneOrMore(.path, minimum: 1), required: true,
      "The files, relative to this one's folder; *, ? and […] stand for parts of names. After a "
        + "'!' the same for the files inside an archive."),
    .init(
      "format", .text(.choice(SourceFormat.allCases.map(\.rawValue))), required: true,
      "The form of the files."),
  ]

  /// How the files are written, beside what their format says.
  private static let dialectMembers: [ObjectShape.Member] = [
    .init(
      "encoding", .text(.nonEmpty),
      condition: .init("format", allowed: ["csv", "json", "ndjson", "xml"]),
      "How characters are written, such as windows-1252; without it UTF-8, or what the file says."),
    .init(
      "delimiter", .text(.delimiter), condition: .init("format", allowed: ["csv"]),
      "The character between two fields, or 'tab'; without it, the one that the file shows."),
    .init(
      "quote", .text(.dialectCharacter), condition: .init("format", allowed: ["csv"]),
      "The character around fields that hold delimiters, or 'none'."),
    .init(
      "escape", .text(.dialectCharacter), condition: .init("format", allowed: ["csv"]),
      "The character that takes the meaning of the next one away, or 'none'."),
    .init(
      "header_line", .integer(minimum: 0), condition: .init("format", allowed: ["csv", "xlsx"]),
      "The line that holds the names of the columns, counted from 1; 0 where there is none."),
    .init(
      "comment", .text(.dialectCharacter), condition: .init("format", allowed: ["csv"]),
      "The character with which a line begins that is no row, or 'none'."),
    .init(
      "sheet", .text(.nonEmpty), condition: .init("format", allowed: ["xlsx"]),
      "The name of the sheet; without it the first."),
    .init(
      "records", .oneOrMore(.any, minimum: 1),
      condition: .init("format", allowed: ["json", "xml"], required: ["xml"]),
      "JSON: a pointer to the list of records; without it, or empty, the document is the list, with "
        + "'.' it is the one record, and of several the first that leads to one counts. XML: the "
        + "path of the element of a record."
    ),
  ]

  /// Where each column comes from.
  private static let mappingMembers: [ObjectShape.Member] = [
    .init(
      "fields", .object(ObjectShape(fieldMembers)), default: empty,
      "Where each column of a record is read from; of several names the first that is not "
        + "empty counts."),
    .init(
      "constants", .object(ObjectShape(constantMembers)), default: empty,
      "Columns that are the same in every record of the source."),
    .init(
      "words", WordSettings.sourceSchema,
      "What words mean in this source, where they mean something else than in registers."),
  ]

  /// What is done to rows before columns are read from them; without these, rows go the fast way.
  private static let shapeMembers: [ObjectShape.Member] = [
    .init(
      "header_rows", .oneOrMore(.nonEmpty, minimum: 0),
      condition: .init("format", allowed: ["csv", "xlsx"]),
      "Texts, with * and ?, of the first cell of a row that names the columns of the rows below it, "
        + "for several tables in one file; {heading} is the row before it, such as a title."),
    .init(
      "fill_down", .oneOrMore(.nonEmpty, minimum: 0),
      "Columns in which an empty cell, or one such as 'as above', means the text above."),
    .init(
      "pivot", .oneOrMore(.nonEmpty, minimum: 0),
      "Columns that each make a row of their own, * and ? standing for parts of names: {column} is "
        + "the name and {cell} the text."),
    .init(
      "derive", .list(of: DerivationSettings.schema),
      "Columns made from the text of others, to be read as {name}; the first that gives one counts."
    ),
    .init(
      "where", .map(keys: .nonEmpty, of: .oneOrMore(.any, minimum: 1)),
      "For each column the texts, with * and ?, of which a row must have one; other rows are left "
        + "out and counted."),
    .init(
      "missing", .oneOrMore(.nonEmpty, minimum: 0), "Texts that mean that nothing is known."),
  ]

  /// How texts read.
  private static let readingMembers: [ObjectShape.Member] = [
    .init(
      "number_format",
      .object(
        ObjectShape([
          .init("thousands", .text(.numberSign), "The sign between the thousands."),
          .init("decimal", .text(.numberSign), "The sign before decimals, which must be zeros."),
          .init(
            "multipliers", .boolean, default: false,
            "Whether K, M, B, thousand, million and billion may follow."),
        ])), "How counts are written; without it, in digits alone."),
    .init(
      "date_format", .oneOrMore(.nonEmpty, minimum: 0), default: [],
      "How dates are written, as patterns of Unicode TR 35 tried in order; without one, ISO "
        + "8601 alone. With detect, each column's values decide whether day or month comes first."),
    .init(
      "time_zone", .text(.nonEmpty),
      "The time zone of times that name none; without it, the reporting time zone."),
    .init("locale", .nullable(.text(.nonEmpty)), default: .null, "The language of month names."),
    .init(
      "not_before", .nullable(.text(.date)), default: .null,
      "A record of an earlier day is rejected."),
    .init(
      "two_digit_years", .boolean, default: false,
      "Whether years may be written with two digits."),
    .init(
      "keep_partial", .boolean, default: false,
      "Whether the records before the place where an XML document breaks off are kept."),
  ]

  /// When a release is made without the source, or not at all.
  private static let guardMembers: [ObjectShape.Member] = [
    .init(
      "allow_missing", .boolean, default: false,
      "Whether the release is made without the source where no file of it is there; the headlines "
        + "say so then."),
    .init(
      "guards", GuardSettings.schema,
      "What holds a publication back until somebody has had a look; without a key there is none."),
  ]

  private static let empty = JSONValue.object([] as [JSONValue.Member])

  private static let columns =
    RecordField.allCases.map { (name: $0.rawValue, meaning: $0.meaning) }
    + CountField.allCases.filter { RecordField(rawValue: $0.rawValue) == nil }
    .map { (name: $0.rawValue, meaning: $0.meaning) }

  private static let fieldMembers = columns.map { column in
    ObjectShape.Member(
      column.name, .oneOrMore(.nonEmpty, minimum: 1), "The field that holds \(column.meaning).")
  }

  private static let constantMembers = columns.map { column in
    ObjectShape.Member(column.name, .text(.nonEmpty), "In every record, \(column.meaning).")
  }
}
