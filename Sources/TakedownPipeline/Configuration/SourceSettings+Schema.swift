import TakedownModel
import Tabular

extension SourceSettings {
  /// What an element of `sources` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape(
      [
        .init("id", .text(.id), required: true, "A name for the source, unique among the sources."),
        .init(
          "agency", .text(.id),
          "The canonical id of the agency; with fields.agency, for records that name none."),
        .init(
          "path", .oneOrMore(.nonEmpty, minimum: 1), required: true,
          "The files, relative to this one's folder; *, ? and […] stand for parts of names."),
        .init(
          "format", .text(.choice(SourceFormat.allCases.map(\.rawValue))), required: true,
          "The form of the files."),
        .init(
          "delimiter", .text(.delimiter), default: ",",
          condition: .init("format", allowed: ["csv"]),
          "The character between two fields, or 'tab'."),
        .init(
          "records", .text(.nonEmpty),
          condition: .init("format", allowed: ["json", "xml"], required: ["xml"]),
          "JSON: a pointer to the list of records; without it the document is the list. XML: the "
            + "path of the element of a record."),
        .init(
          "fields", .object(ObjectShape(fieldMembers)), default: .object([] as [JSONValue.Member]),
          "Where each column of a record is read from; of several names the first that is not "
            + "empty counts."),
        .init(
          "constants", .object(ObjectShape(constantMembers)),
          default: .object([] as [JSONValue.Member]),
          "Columns that are the same in every record of the source."),
        .init(
          "date_format", .oneOrMore(.nonEmpty, minimum: 0), default: [],
          "How dates are written, as patterns of Unicode TR 35 tried in order; without one, ISO "
            + "8601 alone."),
        .init(
          "time_zone", .text(.nonEmpty),
          "The time zone of times that name none; without it, the reporting time zone."),
        .init(
          "locale", .nullable(.text(.nonEmpty)), default: .null, "The language of month names."),
        .init(
          "not_before", .nullable(.text(.date)), default: .null,
          "A record of an earlier day is rejected."),
        .init(
          "two_digit_years", .boolean, default: false,
          "Whether years may be written with two digits."),
        .init(
          "keep_partial", .boolean, default: false,
          "Whether the records before the place where a file breaks off are kept."),
      ],
      rules: RecordField.allCases.map {
        .notBoth(["fields", $0.rawValue], ["constants", $0.rawValue])
      } + [
        .notBoth(["agency"], ["constants", "agency"]),
        .atLeastOne([["agency"], ["fields", "agency"], ["constants", "agency"]]),
        .atLeastOne([["fields", "action"], ["constants", "action"]]),
        .atLeastOne([
          ["fields", "action_date"], ["fields", "actioned_at"], ["constants", "action_date"],
          ["constants", "actioned_at"],
        ]),
      ]))

  private static let fieldMembers = RecordField.allCases.map { column in
    ObjectShape.Member(
      column.rawValue, .oneOrMore(.nonEmpty, minimum: 1), "The field that holds \(column.meaning).")
  }

  private static let constantMembers = RecordField.allCases.map { column in
    ObjectShape.Member(
      column.rawValue, .text(.nonEmpty), "In every record, \(column.meaning).")
  }
}
