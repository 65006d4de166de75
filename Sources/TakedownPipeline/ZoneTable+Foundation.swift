import Foundation
package import TakedownModel

/// A time zone name that the time zone database does not have.
package struct ZoneError: Error, Hashable, CustomStringConvertible {
  package let identifier: String
  /// The name most like it, when one is.
  package let suggestion: String?

  package var description: String {
    let hint =
      suggestion.map { "did you mean '\($0)'?" } ?? "write a name such as 'Europe/London'"
    return "there is no time zone '\(identifier.prefix(40))'; \(hint)"
  }
}

extension ZoneTable {
  /// The zone with a name of the time zone database, with its changes from 1970 to 2100.
  ///
  /// Earlier times take the offset of 1 January 1970, later ones that of the end of 2100.
  /// Abbreviations such as `BST` are no names: several zones share them.
  ///
  /// - Throws: `ZoneError` for any other name.
  package init(identifier: String) throws(ZoneError) {
    if identifier == "UTC" || identifier == "GMT" {
      self.init(name: identifier, initialOffset: 0)
      return
    }
    let isSpelledOut = identifier.contains("/") && !identifier.contains("..")
    guard isSpelledOut || TimeZone.knownTimeZoneIdentifiers.contains(identifier),
      let zone = TimeZone(identifier: identifier)
    else {
      throw ZoneError(identifier: identifier, suggestion: Self.nearestName(to: identifier))
    }
    self.init(
      name: identifier, initialOffset: zone.secondsFromGMT(for: Date(timeIntervalSince1970: 0)),
      transitions: Self.transitions(of: zone))
  }

  private static func transitions(of zone: TimeZone) -> [Transition] {
    let end = Date(timeIntervalSince1970: 4_133_980_800)  // the end of 2100
    var found: [Transition] = []
    var instant = Date(timeIntervalSince1970: 0)
    while let next = zone.nextDaylightSavingTimeTransition(after: instant), next > instant,
      next < end
    {
      let utc = Int(next.timeIntervalSince1970.rounded())
      let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc)))
      found.append(Transition(utcSeconds: utc, offsetSeconds: offset))
      instant = next
    }
    return found
  }

  /// The known name, or the last part of one, that takes the fewest edits; nil when none is near.
  private static func nearestName(to identifier: String) -> String? {
    let wanted = Array(identifier.lowercased().replacing(" ", with: "_").utf8.prefix(60))
    guard !wanted.isEmpty else { return nil }
    var best: (distance: Int, name: String)?
    for name in TimeZone.knownTimeZoneIdentifiers.sorted() {
      let whole = name.lowercased()
      let city = whole.split(separator: "/").last.map(String.init) ?? whole
      let distance = min(
        edits(from: wanted, to: Array(whole.utf8)), edits(from: wanted, to: Array(city.utf8)))
      if distance < best?.distance ?? .max { best = (distance, name) }
    }
    guard let best, best.distance <= max(1, wanted.count / 4) else { return nil }
    return best.name
  }

  /// The fewest insertions, deletions and replacements that make one text the other (Levenshtein).
  private static func edits(from left: [UInt8], to right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, byte) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (byte == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
