package import Ingestion
import Tabular
package import TakedownModel

/// One agency's log: where its files are and how they read.
package struct SourceSettings: Hashable, Sendable {
  /// Unique among the sources; the first column of every record.
  package let id: String
  /// The preset that the source was made from; nil for none.
  package let preset: String?
  package let kind: SourceKind
  /// The canonical id of the agency whose log it is; nil where `fields` or `constants` say it.
  ///
  /// Where `fields` says it too, this stands for the records whose field is empty.
  package let agency: String?
  /// File names with `*`, `?` and `[…]`, relative to the folder of the configuration; at least one.
  package let paths: [SourcePath]
  package let format: SourceFormat
  /// How characters are written; nil for UTF-8, or what the file says.
  package let encoding: String?
  /// The byte between two fields; nil where the file is to show it.
  package let delimiter: UInt8?
  /// The character around fields; nil where nothing is said.
  package let quote: DialectCharacter?
  /// The character that takes the meaning of the next one away; nil where nothing is said.
  package let escape: DialectCharacter?
  /// The line with the names of the columns, 1-based, 0 for none; nil where nothing is said.
  package let headerLine: Int?
  /// The character with which a line begins that is no row; nil where nothing is said.
  package let comment: DialectCharacter?
  /// The name of the sheet of a spreadsheet; nil for the first.
  package let sheet: String?
  /// Where in a document the records are; nil where the document, or each of its lines, says so.
  ///
  /// JSON: a pointer to the list of records, nil when the document is the list. XML: the path of a
  /// record's element, never nil.
  package var records: String? { recordPaths.first.flatMap { $0.isEmpty ? nil : $0 } }
  /// Pointers to the list of records of which the first that leads to one counts; empty for none.
  ///
  /// An empty pointer is the document, and `.` the document as the one record.
  package let recordPaths: [String]
  /// Where each column is read from: names of which the first that is not empty counts; empty for a
  /// source of counts.
  package let fields: [RecordField: [String]]
  /// Columns that are the same in every record; none of them is in `fields`.
  package let constants: [RecordField: String]
  /// The same of a source of counts; empty for one of records.
  package let countFields: [CountField: [String]]
  package let countConstants: [CountField: String]
  /// What words mean in this source, before the registers are asked.
  package let words: WordSettings
  /// How counts are written.
  package let numbers: CountsNumber
  /// What is done to rows before columns are read from them.
  package let shape: RowShape
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
  /// Whether a run goes on without the source where no file of it is there.
  package let allowsMissing: Bool
  /// What holds a publication back.
  package let guards: GuardSettings
}

extension SourceSettings {
  /// The source that a valid configuration describes, defaults filled in.
  init(_ settings: ValidSettings, reportingTimeZone: String) {
    id = settings.text("id")
    agency = settings.optionalText("agency")
    preset = settings.optionalText("preset")
    let kind = SourceKind(rawValue: settings.text("kind")) ?? .records
    self.kind = kind
    paths = settings.texts("path").compactMap(SourcePath.init)
    format = SourceFormat(rawValue: settings.text("format")) ?? .csv
    encoding = settings.optionalText("encoding")
    delimiter = settings.optionalText("delimiter").flatMap(Delimiter.byte)
    quote = settings.optionalText("quote").flatMap(DialectCharacter.init)
    escape = settings.optionalText("escape").flatMap(DialectCharacter.init)
    headerLine = settings.optionalInteger("header_line")
    comment = settings.optionalText("comment").flatMap(DialectCharacter.init)
    sheet = settings.optionalText("sheet")
    recordPaths = settings.texts("records")
    let fields = settings.object("fields")
    let constants = settings.object("constants")
    func places<Field: RawRepresentable<String> & CaseIterable & Hashable>(
      of own: SourceKind
    ) -> [Field: [String]] {
      Self.columns { kind == own && fields.has($0) ? fields.texts($0) : nil }
    }
    func texts<Field: RawRepresentable<String> & CaseIterable & Hashable>(
      of own: SourceKind
    ) -> [Field: String] {
      Self.columns { kind == own ? constants.optionalText($0) : nil }
    }
    self.fields = places(of: .records)
    self.constants = texts(of: .records)
    countFields = places(of: .counts)
    countConstants = texts(of: .counts)
    words = WordSettings(settings.object("words"))
    let number = settings.object("number_format")
    numbers = CountsNumber(
      thousands: number.optionalText("thousands"), decimal: number.optionalText("decimal"),
      hasMultipliers: number.flag("multipliers"))
    shape = RowShape(
      isJSON: format == .json || format == .ndjson, headerRows: settings.texts("header_rows"),
      filledDown: settings.texts("fill_down"), pivot: settings.texts("pivot"),
      derivations: settings.objects("derive").map(DerivationSettings.derivation),
      conditions: settings.members("where").map {
        .init(place: $0.key, patterns: ValidSettings(.object([$0])).texts($0.key))
      },
      missing: settings.texts("missing"))
    dateFormats = settings.texts("date_format")
    timeZone = settings.optionalText("time_zone") ?? reportingTimeZone
    locale = settings.optionalText("locale")
    notBefore = settings.date("not_before")
    allowsTwoDigitYears = settings.flag("two_digit_years")
    keepsPartial = settings.flag("keep_partial")
    allowsMissing = settings.flag("allow_missing")
    guards = GuardSettings(settings.object("guards"))
  }

  private static func columns<Field: RawRepresentable<String> & CaseIterable & Hashable, Value>(
    _ value: (String) -> Value?
  ) -> [Field: Value] {
    let pairs = Field.allCases.compactMap { column in
      value(column.rawValue).map { (column, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
