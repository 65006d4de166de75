package import TakedownModel

/// One agency's log: where its files are and how they read.
package struct SourceSettings: Hashable, Sendable {
  /// Unique among the sources; the first column of every record.
  package let id: String
  /// The canonical id of the agency whose log it is; nil where `fields` or `constants` say it.
  ///
  /// Where `fields` says it too, this stands for the records whose field is empty.
  package let agency: String?
  /// File names with `*`, `?` and `[…]`, relative to the folder of the configuration; at least one.
  package let paths: [String]
  package let format: SourceFormat
  /// The byte between two fields; of meaning for `csv` alone.
  package let delimiter: UInt8
  /// Where in a document the records are; nil where the document, or each of its lines, says so.
  ///
  /// JSON: a pointer to the list of records, nil when the document is the list. XML: the path of a
  /// record's element, never nil.
  package let records: String?
  /// Where each column is read from: names of which the first that is not empty counts.
  package let fields: [RecordField: [String]]
  /// Columns that are the same in every record; none of them is in `fields`.
  package let constants: [RecordField: String]
  /// Patterns of Unicode TR 35 in the order in which they are tried; empty: ISO 8601 alone.
  package let dateFormats: [String]
  /// The time zone of timestamps that name none: an IANA name, not yet looked up.
  package let timeZone: String
  /// The language of month names; nil for English.
  package let locale: String?
  /// The first day on which an action is believed.
  package let notBefore: CalendarDate?
  /// Whether a year may be written with two digits.
  package let allowsTwoDigitYears: Bool
  /// Whether the records before the place where a file breaks off are kept.
  package let keepsPartial: Bool
}

extension SourceSettings {
  /// The source that a valid configuration describes, defaults filled in.
  init(_ settings: ValidSettings, reportingTimeZone: String) {
    id = settings.text("id")
    agency = settings.optionalText("agency")
    paths = settings.texts("path")
    format = SourceFormat(rawValue: settings.text("format")) ?? .csv
    delimiter = settings.optionalText("delimiter").flatMap(Delimiter.byte) ?? 0x2c
    records = settings.optionalText("records")
    let fields = settings.object("fields")
    let constants = settings.object("constants")
    self.fields = Self.columns { fields.has($0) ? fields.texts($0) : nil }
    self.constants = Self.columns { constants.optionalText($0) }
    dateFormats = settings.texts("date_format")
    timeZone = settings.optionalText("time_zone") ?? reportingTimeZone
    locale = settings.optionalText("locale")
    notBefore = settings.date("not_before")
    allowsTwoDigitYears = settings.flag("two_digit_years")
    keepsPartial = settings.flag("keep_partial")
  }

  private static func columns<Value>(_ value: (String) -> Value?) -> [RecordField: Value] {
    let pairs = RecordField.allCases.compactMap { column in
      value(column.rawValue).map { (column, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
