package import TakedownModel

/// One claim that is to be looked at, as it was typed or found in a sentence.
package struct Claim: Hashable, Sendable {
  /// Nil for all agencies jointly.
  package let agency: String?
  /// Whether the agency was not named, and is only the one that the reports are about.
  package let isAgencyAssumed: Bool
  package let measure: String
  package let units: [String]
  package let first: CalendarDate
  package let last: CalendarDate
  package let qualifier: Qualifier
  package let value: Int
  package let change: ChangePhrase?

  /// The id that the claim has among the figures of a register.
  package static let id = "the claim"

  package init(
    agency: String?, isAgencyAssumed: Bool = false, measure: String, units: [String],
    first: CalendarDate, last: CalendarDate, qualifier: Qualifier, value: Int,
    change: ChangePhrase?
  ) {
    self.agency = agency
    self.isAgencyAssumed = isAgencyAssumed
    self.measure = measure
    self.units = units
    self.first = first
    self.last = last
    self.qualifier = qualifier
    self.value = value
    self.change = change
  }

  /// The claim as a figure beside those of a register.
  var figure: SaidFigure {
    SaidFigure(
      id: Self.id, agency: agency ?? "all agencies", measure: measure, units: units, first: first,
      last: last, qualifier: qualifier, value: value, change: change?.text ?? "")
  }

  /// What the claim may mean, the plainest first.
  package var readings: [ClaimReading] {
    let days = ClaimReading.Window(first, last)
    let start = CalendarDate(days: first.days - 1)
    guard change != nil else {
      let year = ClaimReading.Window(.startOfYear(last), last)
      return [
        ClaimReading(name: "the days as said", window: days, base: nil),
        ClaimReading(name: "calendar year to the last day", window: year, base: nil),
        ClaimReading(
          name: "cumulative: all up to the last day", window: .upTo(last), base: nil),
      ]
    }
    let yearBefore = last.adding(years: -1)
    let january = CalendarDate.startOfYear(last)
    return [
      ClaimReading(
        name: "matched window: the same days a year earlier", window: days,
        base: .init(first.adding(years: -1), yearBefore)),
      ClaimReading(
        name: "full previous year: the year before the first day", window: days,
        base: .init(first.adding(years: -1), start)),
      ClaimReading(
        name: "calendar year: the calendar year before that of the last day", window: days,
        base: .init(january.adding(years: -1), january.adding(days: -1))),
      ClaimReading(
        name: "cumulative: all up to the last day, and all up to a year earlier",
        window: .upTo(last), base: .upTo(yearBefore)),
    ]
  }

  /// What is to be counted of the records: first the days as said, then of each reading its days
  /// and those of its base.
  package var requests: [CountRequest] {
    let windows =
      [ClaimReading.Window(first, last)]
      + readings.flatMap { [$0.window] + ($0.base.map { [$0] } ?? []) }
    return windows.map {
      CountRequest(
        agency: agency, measure: measure, units: units, first: $0.first, last: $0.last)
    }
  }
}

extension CalendarDate {
  /// 1 January of the year of a day.
  fileprivate static func startOfYear(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(year: date.components.year, month: 1, day: 1) ?? date
  }
}
