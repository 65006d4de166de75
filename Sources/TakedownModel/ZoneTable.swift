/// The offsets of a time zone as plain numbers, so that converting is arithmetic.
///
/// Before the first transition the initial offset holds, after the last one that of the last.
/// Offsets are seconds east of Greenwich, instants seconds since 1970 in UTC, and local times
/// seconds since 1970 as a clock on the wall counts them.
package struct ZoneTable: Sendable, Hashable {
  /// An instant from which another offset holds.
  package struct Transition: Sendable, Hashable {
    package let utcSeconds: Int
    package let offsetSeconds: Int

    package init(utcSeconds: Int, offsetSeconds: Int) {
      self.utcSeconds = utcSeconds
      self.offsetSeconds = offsetSeconds
    }
  }

  /// What a time on the wall says about the instant.
  package enum LocalTime: Sendable, Hashable {
    case unique(utc: Int)
    /// Clocks went back and showed this time twice.
    case ambiguous(earlier: Int, later: Int)
    /// Clocks went forward and never showed it.
    case missing
  }

  package let name: String
  package let initialOffset: Int
  /// Ascending, each with another offset than the one before.
  package let transitions: [Transition]

  private let smallestOffset: Int
  private let largestOffset: Int
  /// Entry k: how many transitions are at or before the first one plus k × 2^`bucketShift` seconds.
  private let buckets: [Int32]
  private let bucketShift: Int

  /// A zone from its transitions, in any order; those that change nothing are dropped.
  package init(name: String, initialOffset: Int, transitions: [Transition] = []) {
    self.name = name
    self.initialOffset = initialOffset
    var kept: [Transition] = []
    for transition in transitions.sorted(by: { $0.utcSeconds < $1.utcSeconds })
    where transition.offsetSeconds != kept.last?.offsetSeconds ?? initialOffset {
      kept.append(transition)
    }
    self.transitions = kept
    smallestOffset = kept.reduce(initialOffset) { min($0, $1.offsetSeconds) }
    largestOffset = kept.reduce(initialOffset) { max($0, $1.offsetSeconds) }

    guard let first = kept.first?.utcSeconds, let last = kept.last?.utcSeconds else {
      buckets = []
      bucketShift = 0
      return
    }
    // Half a year each, so that a bucket holds one or two of a summer time's changes.
    var shift = 24
    while (last &- first) >> shift > 1024 { shift += 1 }
    var counts: [Int32] = []
    var count = 0
    for bucket in 0...max(0, (last &- first) >> shift) {
      let start = first &+ bucket << shift
      while count < kept.count, kept[count].utcSeconds <= start { count += 1 }
      counts.append(Int32(truncatingIfNeeded: count))
    }
    buckets = counts
    bucketShift = shift
  }

  /// Coordinated Universal Time.
  package static let utc = ZoneTable(name: "UTC", initialOffset: 0)

  /// A zone that never changes its clocks.
  package static func fixed(name: String, offsetSeconds: Int) -> ZoneTable {
    ZoneTable(name: name, initialOffset: offsetSeconds)
  }

  /// Seconds east of Greenwich at an instant.
  package func offset(atUTC utc: Int) -> Int {
    offset(ofRange: range(atUTC: utc))
  }

  /// The time on the wall at an instant.
  package func local(fromUTC utc: Int) -> Int {
    utc &+ offset(atUTC: utc)
  }

  /// The day on the calendar at an instant.
  package func day(atUTC utc: Int) -> CalendarDate {
    let local = local(fromUTC: utc)
    return CalendarDate(days: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// The instant, or the instants, at which clocks showed a time.
  package func utc(fromLocal local: Int) -> LocalTime {
    guard !transitions.isEmpty else { return .unique(utc: local &- initialOffset) }
    var range = range(atUTC: local &- largestOffset)
    let latest = local &- smallestOffset
    if range == transitions.count || transitions[range].utcSeconds > latest {
      // No clock was changed anywhere near, so the range is the only one that can hold it.
      return .unique(utc: local &- offset(ofRange: range))
    }
    var earlier: Int?
    while true {
      // Within the range this offset was in force; outside it, the time belongs to another.
      let utc = local &- offset(ofRange: range)
      let hasBegun = range == 0 || transitions[range - 1].utcSeconds <= utc
      let hasEnded = range < transitions.count && transitions[range].utcSeconds <= utc
      if hasBegun, !hasEnded {
        if let earlier { return .ambiguous(earlier: earlier, later: utc) }
        earlier = utc
      }
      guard range < transitions.count, transitions[range].utcSeconds <= latest else { break }
      range += 1
    }
    if let earlier { return .unique(utc: earlier) }
    return .missing
  }

  /// How many transitions are at or before an instant.
  private func range(atUTC utc: Int) -> Int {
    guard let first = transitions.first?.utcSeconds, utc >= first else { return 0 }
    let bucket = (utc &- first) >> bucketShift
    guard bucket >= 0, bucket < buckets.count else { return transitions.count }
    var range = Int(buckets[bucket])
    while range < transitions.count, transitions[range].utcSeconds <= utc { range += 1 }
    return range
  }

  private func offset(ofRange range: Int) -> Int {
    range == 0 ? initialOffset : transitions[range - 1].offsetSeconds
  }
}
