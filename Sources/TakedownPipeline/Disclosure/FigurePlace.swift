import DisclosureControl
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

  /// How much a reader would miss it: totals more than their parts.
  var weight: Int { [agency, platform].count { $0 == Self.all } }

  /// The same without its days.
  var ofAnyDays: FigurePlace {
    over(Window(start: 0, end: 0))
  }

  /// The same over other days.
  func over(_ window: Window) -> FigurePlace {
    var place = self
    place.window = window
    return place
  }

  /// A text unlike that of any other place.
  var key: String {
    let days = [window.start, window.end].map { CalendarDate(days: $0).description }
    return ([measure, counts, agency, platform, scope] + days).joined(separator: "\u{1f}")
  }
}

extension FigurePlace {
  /// What an outsider sees of the figure unless there is something to hide.
  ///
  /// What became of rows that no record came of, or none that counts, says how files were read and
  /// nothing of takedowns. It is shown as it is.
  var visibility: DisclosureCells.Visibility {
    switch measure {
    case "rows/rejects", "rows/supplied", "rows/duplicates", "rows/not_counted": .known
    case "rows/rows", "rows/records": .incidental
    default: .published
    }
  }

  /// What an agency's coverage says: everything from its first to its last record.
  static func coverage(_ measure: String, _ agency: String, _ window: Window) -> FigurePlace {
    FigurePlace(
      measure: measure, counts: "record", agency: agency, platform: all, window: window)
  }

  /// How many rows of a source, or of all, became what.
  static func rows(_ outcome: String, of source: String) -> FigurePlace {
    FigurePlace(
      measure: "rows/\(outcome)", counts: "row", agency: source, platform: all,
      window: .init(start: 0, end: 0))
  }
}
