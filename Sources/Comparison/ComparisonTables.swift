package import Tabular
package import TakedownModel

/// What the stage hands on, every cell as text; an empty cell means that there is no value.
package struct ComparisonTables: Hashable, Sendable {
  /// One row a figure: measure, agency, platform, period.
  package let counts: Table
  /// One row a figure against that of a year earlier, or a published figure against its stated base.
  package let comparisons: Table
  /// One row an agency: how many records it has, and from which day to which.
  package let coverage: Table
  /// One row for each two agencies and each period: how many accounts both had taken down.
  package let overlap: Table
  /// One row a rate: measure, agency, platform, period, with what it is made of.
  package let rates: Table
  /// One row for each stretch of time, agency, platform and period: how long actions took.
  package let timeliness: Table
  /// The last day of the current period; nil without records and without a day in the settings.
  package let asOf: CalendarDate?
  /// The first and the last day with records, where one may be a slip.
  package let lonelyDays: LonelyDays
}
