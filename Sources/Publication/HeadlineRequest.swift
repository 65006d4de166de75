/// A headline that the release is asked to have.
package struct HeadlineRequest: Hashable, Sendable {
  /// Which period the headline speaks of; the raw value is the kind of period in the tables.
  ///
  /// Always the last one that is over, but for those that end with the last day of the data.
  package enum Period: String, CaseIterable, Sendable {
    /// From the start of the reporting year to the last day of the data.
    case toDate = "to-date"
    /// Of the reporting year.
    case year, quarter
    case calendarYear = "calendar-year"
    case calendarQuarter = "calendar-quarter"
    case ukFinancialYear = "uk-financial-year"
    case ukFinancialQuarter = "uk-financial-quarter"
    case usFinancialYear = "us-financial-year"
    case usFinancialQuarter = "us-financial-quarter"
    case month
    /// From the start of the reporting year to the end of a month.
    case yearToMonth = "year-to-month"
    case week
    /// The twelve months that end with the last day of the data.
    case rollingYear = "rolling-year"
    /// From a day that the settings name to the last day of the data.
    case since
    /// The same days.
    case cumulative
  }

  /// The name by which the headline is asked for.
  package let id: String
  /// What is counted, or a rate, or a time, as the tables name it.
  package let measure: String
  /// An agency's id, or `all` for all of them together.
  package let agency: String
  /// A platform's id, or `all`.
  package let platform: String
  package let period: Period
  /// The decimals of percentages, 0 to 2; nil for none in a change and one in a rate.
  package let percentDecimals: Int?

  package init(
    id: String, measure: String, agency: String, platform: String, period: Period,
    percentDecimals: Int? = nil
  ) {
    self.id = id
    self.measure = measure
    self.agency = agency
    self.platform = platform
    self.period = period
    self.percentDecimals = percentDecimals.map { min(max($0, 0), 2) }
  }
}

extension HeadlineRequest.Period {
  /// Whether its periods are set beside earlier ones.
  var isCompared: Bool { self != .since && self != .cumulative }

  /// The last part of the keys of messages that name its whole periods.
  var messageSuffix: String {
    switch self {
    case .month: "month"
    case .quarter, .calendarQuarter, .ukFinancialQuarter, .usFinancialQuarter: "quarter"
    case .rollingYear: "twelve-months"
    case .year, .calendarYear, .ukFinancialYear, .usFinancialYear, .toDate: "full-year"
    case .yearToMonth, .week, .since, .cumulative: "same-period"
    }
  }
}
