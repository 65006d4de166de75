import Bytes
import Tabular
import TakedownModel

/// Turns shaped rows of a source of counts into counts.
struct CountsIngest {
  private let source: String
  private let file: String
  private let layout: CountsLayout
  private let places: [CountField: [RowPlace]]
  /// Periods by their text: a table names few of them many times.
  private var periods: [String: CountsPeriod] = [:]

  init(
    layout: CountsLayout, source: String, file: String, isJSON: Bool
  ) throws(RowPlaceError) {
    self.source = source
    self.file = file
    self.layout = layout
    var places: [CountField: [RowPlace]] = [:]
    for field in CountField.allCases {
      guard let names = layout.fields[field] else { continue }
      var own: [RowPlace] = []
      for name in names { own.append(try RowPlace(name, isJSON: isJSON)) }
      places[field] = own
    }
    self.places = places
  }

  /// Adds the row as a count, as a reject, or to what is left out for having no value.
  mutating func append(_ row: ShapedRow, _ shaper: RowShaper, to batch: inout FileBatch) {
    var texts: [CountField: String] = [:]
    for field in CountField.allCases {
      let text =
        places[field].map { shaper.text(of: row, at: $0) } ?? layout.constants[field] ?? ""
      if !text.isEmpty {
        texts[field] = text
        batch.filledCounts.insert(field)
      }
    }
    guard let value = texts[.value] else {
      batch.leftOut["no value", default: 0] += 1
      return
    }
    do throws(Fault) {
      batch.counts.append(try count(row, texts, value))
    } catch {
      batch.ingested.append(
        RejectedRow(
          position: Int(row.position) ?? 0, line: 0, column: error.column.rawValue,
          kind: error.kind, reason: error.reason, raw: Array(row.raw.utf8)),
        source: source, file: file)
    }
  }

  /// What is wrong with a row, and in which column.
  private struct Fault: Error {
    let kind: RejectKind
    let column: CountField
    let reason: String
  }

  private mutating func count(
    _ row: ShapedRow, _ texts: [CountField: String], _ value: String
  ) throws(Fault) -> CountsRow {
    let number: Int
    do {
      number = try layout.numbers.read(value)
    } catch {
      throw Fault(
        kind: .notACount, column: .value, reason: "'\(value.prefix(40))' is \(error.reason)")
    }
    guard let measure = texts[.measure] else {
      throw Fault(
        kind: .incompleteCount, column: .measure,
        reason: "nothing says what was counted; expected a measure")
    }
    guard texts[.agency] != nil || texts[.platform] != nil else {
      throw Fault(
        kind: .incompleteCount, column: .agency,
        reason: "nothing says whose count it is; expected an agency or a platform")
    }
    let period = try period(texts)
    return CountsRow(
      source: source, file: file, position: row.position, agency: texts[.agency] ?? "",
      platform: texts[.platform] ?? "", country: texts[.country] ?? "", measure: measure,
      counts: texts[.counts] ?? "", category: texts[.category] ?? "", start: period.start,
      end: period.end, value: number, vintage: texts[.vintage] ?? "")
  }

  private mutating func period(_ texts: [CountField: String]) throws(Fault) -> CountsPeriod {
    if let text = texts[.period] {
      if let known = periods[text] { return known }
      guard let period = CountsPeriod(text) else {
        throw Fault(
          kind: .unreadablePeriod, column: .period,
          reason: "'\(text.prefix(40))' is no period that can be read; expected "
            + CountsPeriod.forms)
      }
      periods[text] = period
      return period
    }
    let start = try day(.periodStart, texts)
    let end = try day(.periodEnd, texts)
    guard let period = CountsPeriod(start, end) else {
      throw Fault(
        kind: .unreadablePeriod, column: .periodEnd,
        reason: "\(end) is before \(start); expected a later day")
    }
    return period
  }

  private func day(
    _ field: CountField, _ texts: [CountField: String]
  ) throws(Fault) -> CalendarDate {
    let text = texts[field] ?? ""
    guard let day = CalendarDate(text) else {
      throw Fault(
        kind: .unreadablePeriod, column: field,
        reason: "'\(text.prefix(40))' is no day; expected one such as 2025-03-31, or a period")
    }
    return day
  }
}
