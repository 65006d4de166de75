package import TakedownModel

/// A figure that others have counted, its names resolved.
package struct SuppliedCount: Hashable, Sendable {
  /// A canonical id; empty where only the platform says whose count it is.
  package let agency: String
  /// A canonical id; empty for a count of no one platform.
  package let platform: String
  package let country: String
  package let measure: String
  package let counts: String
  package let category: String
  package let start: CalendarDate
  package let end: CalendarDate
  package let value: Int
  package let vintage: String
  /// The source that has it.
  package let source: String

  package init(
    agency: String, platform: String, country: String, measure: String, counts: String,
    category: String, start: CalendarDate, end: CalendarDate, value: Int, vintage: String,
    source: String
  ) {
    self.agency = agency
    self.platform = platform
    self.country = country
    self.measure = measure
    self.counts = counts
    self.category = category
    self.start = start
    self.end = end
    self.value = value
    self.vintage = vintage
    self.source = source
  }
}
