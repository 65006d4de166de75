import Tabular
import TakedownModel

/// How many figures of a release are hidden, and which of them can be worked out all the same.
struct SmallCountsReport {
  /// How many are hidden for being small.
  var small = 0
  /// How many are hidden so that those stay hidden, or because a former release hid them.
  var complementary = 0
  /// Small figures that can be worked out, because nothing that could be hidden stands in the way.
  var exposed: [FigurePlace] = []
  /// Small figures that can be worked out by whoever holds that what a former release hid has not
  /// changed since.
  var exposedIfUnchanged: [FigurePlace] = []
  /// Small figures that a former release shows.
  var known: [FigurePlace] = []
  /// Other hidden figures, of this release or a former one, that can be worked out.
  var others: [FigurePlace] = []

  /// In the order of their keys.
  mutating func sort() {
    exposed.sort { $0.key < $1.key }
    exposedIfUnchanged.sort { $0.key < $1.key }
    known.sort { $0.key < $1.key }
    others.sort { $0.key < $1.key }
  }

  /// How many of the small figures cannot be kept from the public for certain.
  var unprotected: Int { exposed.count + exposedIfUnchanged.count + known.count }

  /// What the record of the run says.
  var counts: [JSONValue.Member] {
    [
      .init("small_hidden", .integer(small)),
      .init("complementary_hidden", .integer(complementary)),
      .init("small_exposed", .integer(exposed.count)),
      .init("small_exposed_if_unchanged", .integer(exposedIfUnchanged.count)),
      .init("small_in_former_releases", .integer(known.count)),
      .init("others_exposed", .integer(others.count)),
    ]
  }

  /// Lines for a person who reads along; none where every hidden figure is protected.
  var warnings: [String] {
    [
      Self.warning(
        exposed, "small counts are hidden and can be worked out: there is nothing left to hide"),
      Self.warning(
        exposedIfUnchanged,
        "small counts are hidden and can be worked out if other hidden figures are what they were in "
          + "a former release"),
      Self.warning(known, "small counts are hidden and stand in a former release"),
      Self.warning(
        others,
        "figures hidden beside small counts can be worked out, or if others have not changed"),
    ].compactMap(\.self)
  }

  private static func warning(_ places: [FigurePlace], _ what: String) -> String? {
    guard !places.isEmpty else { return nil }
    let named = places.prefix(3).map(\.described).joined(separator: "; ")
    return "warning: \(places.count) \(what): \(named)"
      + (places.count > 3 ? "; and \(places.count - 3) more" : "")
  }
}

extension FigurePlace {
  /// What the figure is of, in a line: `refused uk-nca x 2024-07-01 to 2024-09-30`.
  var described: String {
    let named = [measure, agency, platform, scope].filter { !$0.isEmpty }.joined(separator: " ")
    guard window.start < window.end else { return named }
    let days = [window.start, window.end - 1].map { CalendarDate(days: $0).description }
    return "\(named) \(days[0]) to \(days[1])"
  }
}
