import TakedownModel

/// A workbook before it is a file: the same in every format.
struct Workbook: Sendable {
  /// What the properties of the document say.
  let title: String
  let subject: String
  /// Who made it.
  let author: String
  /// What has to be known wherever its figures are shown; empty for none.
  let notice: String
  /// The day that the properties give for its making: the last day counted, since no clock is asked.
  let day: CalendarDate
  /// In the order of their tabs.
  let sheets: [Worksheet]

  /// The day, at noon, as the properties of a document have it: `2025-03-31T12:00:00Z`.
  var time: String { "\(day)T12:00:00Z" }

  /// The same in seconds since 1970.
  var seconds: Int { day.days * 86_400 + 43_200 }
}
