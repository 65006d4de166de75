/// How a period came about, in the order of the tables; the raw value is its name in settings and
/// tables.
package enum PeriodKind: String, CaseIterable, Sendable {
  case toDate = "to-date"
  case year, quarter
  case calendarYear = "calendar-year"
  case calendarQuarter = "calendar-quarter"
  case ukFinancialYear = "uk-financial-year"
  case ukFinancialQuarter = "uk-financial-quarter"
  case usFinancialYear = "us-financial-year"
  case usFinancialQuarter = "us-financial-quarter"
  case month
  /// From the start of the reporting year to the end of each of its months.
  case yearToMonth = "year-to-month"
  case week
  case rollingYear = "rolling-year"
  /// From a day that the settings name.
  case since
  /// From that day to the end of each reporting year, and to the last day.
  case cumulative
  /// From the first record to the last that counts.
  case all
  /// The days that a published figure or a supplied count is about.
  case stated

  /// The kinds that a run can be asked to count.
  package static let choices = allCases.filter { $0 != .all && $0 != .stated }

  /// What is counted unless more is asked for.
  package static let usual: [PeriodKind] = [.toDate, .year, .month]

  /// Whether agencies' shared accounts are counted for it: not for a short one, nor for the same
  /// days again.
  var isLong: Bool {
    switch self {
    case .quarter, .calendarQuarter, .ukFinancialQuarter, .usFinancialQuarter, .month, .yearToMonth,
      .week, .cumulative:
      false
    default: true
    }
  }
}
