import TakedownModel

/// What a figure is of: rows that share it have one figure between them, whatever they are named.
struct FigurePlace: Hashable {
  var measure: String
  /// The units counted, joined by `+`.
  var counts: String
  var agency: String
  var platform: String
  /// Whose records were counted, where it is not everybody's.
  var scope = ""
  var window: Window

  /// First day and the day after the last one.
  struct Window: Hashable, Comparable {
    let start: Int
    let end: Int

    static func < (left: Window, right: Window) -> Bool {
      (left.start, left.end) < (right.start, right.end)
    }
  }

  /// The id that stands for all agencies or all platforms.
  static let all = "all"

  /// Whether figures of days that do not overlap add up, and those of agencies: each record has one
  /// day and one agency.
  var isOfRecords: Bool { counts == "record" }

  /// The same without its days.
  var ofAnyDays: FigurePlace {
    var place = self
    place.window = Window(start: 0, end: 0)
    return place
  }

  /// A text unlike that of any other place.
  var key: String {
    let days = [window.start, window.end].map { CalendarDate(days: $0).description }
    return ([measure, counts, agency, platform, scope] + days).joined(separator: "\u{1f}")
  }
}
