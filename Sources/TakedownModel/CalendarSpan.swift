/// So many days, weeks, months or years, as ISO 8601 writes it: `P1M`.
package struct CalendarSpan: Hashable, Sendable {
  private enum Unit: Character {
    case days = "D"
    case weeks = "W"
    case months = "M"
    case years = "Y"
  }

  private let count: Int
  private let unit: Unit

  /// The day so much later; of a month that is too short, its last day.
  package func end(from day: CalendarDate) -> CalendarDate {
    switch unit {
    case .days: day.adding(days: count)
    case .weeks: day.adding(days: count * 7)
    case .months: day.adding(months: count)
    case .years: day.adding(years: count)
    }
  }
}

extension CalendarSpan: LosslessStringConvertible {
  package var description: String { "P\(count)\(unit.rawValue)" }

  /// Reads `P1M`: one unit, a number from 1 to 999; nil for anything else.
  package init?(_ text: String) {
    guard text.first == "P", let last = text.last, let unit = Unit(rawValue: last) else {
      return nil
    }
    let digits = text.dropFirst().dropLast()
    guard (1...3).contains(digits.utf8.count), digits.utf8.first != 0x30,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(digits)
    else { return nil }
    self.count = count
    self.unit = unit
  }
}
