/// A kind of period that a run can be asked to count; the raw value is its name in settings and
/// tables.
package enum PeriodChoice: String, CaseIterable, Sendable {
  case toDate = "to-date"
  case year, quarter
  case calendarYear = "calendar-year"
  case calendarQuarter = "calendar-quarter"
  case ukFinancialYear = "uk-financial-year"
  case ukFinancialQuarter = "uk-financial-quarter"
  case usFinancialYear = "us-financial-year"
  case usFinancialQuarter = "us-financial-quarter"
  case month, week
  case rollingYear = "rolling-year"
  case since, cumulative

  /// What is counted unless more is asked for.
  package static let usual: [PeriodChoice] = [.toDate, .year, .month]

  /// The kind of its periods.
  var kind: Period.Kind { Period.Kind(rawValue: rawValue) ?? .all }
}
