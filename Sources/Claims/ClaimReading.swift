package import TakedownModel

/// One of the things that a claim may mean: over which days it counts, and against which.
package struct ClaimReading: Hashable, Sendable {
  /// A first and a last day, both included.
  package struct Window: Hashable, Sendable {
    package let first: CalendarDate
    package let last: CalendarDate

    init(_ first: CalendarDate, _ last: CalendarDate) {
      self.first = first
      self.last = last
    }

    /// From the first day there is.
    static func upTo(_ last: CalendarDate) -> Window {
      Window(beginning, last)
    }

    /// Whether it is all that there is up to a day, which no records need to cover.
    var isCumulative: Bool { first == Self.beginning }

    var text: String {
      isCumulative ? "all up to \(last.spoken)" : "\(first.spoken) to \(last.spoken)"
    }

    /// 1 January of the year 1.
    private static let beginning = CalendarDate(days: -719_162)
  }

  package let name: String
  package let window: Window
  /// What the change is from; nil where no change was said.
  package let base: Window?
}

/// A reading with what the records say to it.
package struct CheckedReading: Hashable, Sendable {
  package let reading: ClaimReading
  /// What the records count; nil where they have nothing to count.
  package let count: Int?
  package let baseCount: Int?
  /// Whether the count is one that the words allow; nil without a count.
  package let valueAgrees: Bool?
  /// Whether the change is one that the words allow; nil without two counts or a change.
  package let changeAgrees: Bool?
  /// The change of the records: `+10,012 (+125.3%)`; empty without two counts.
  package let change: String
  /// Whether the agency's records cover the days of the reading and of its base.
  package let isCovered: Bool

  init(_ reading: ClaimReading, of claim: Claim, _ recorded: [RecordedCount]) {
    self.reading = reading
    let windows = [reading.window] + (reading.base.map { [$0] } ?? [])
    isCovered = zip(windows, recorded).allSatisfy { window, recorded in
      window.isCumulative || recorded.covers(window.first, window.last) ?? true
    }
    let counts = recorded.map { recorded -> Int? in
      if case .counted(let count, _, _) = recorded { count } else { nil }
    }
    let count = counts.first ?? nil
    let baseCount = counts.dropFirst().first ?? nil
    self.count = count
    self.baseCount = baseCount
    valueAgrees = count.map { claim.figure.range.contains($0) }
    guard let phrase = claim.change, let count, let baseCount else {
      changeAgrees = nil
      change = ""
      return
    }
    let value = CountRange(low: count, high: count)
    let base = CountRange(low: baseCount, high: baseCount)
    changeAgrees = ChangeMeeting(value, base, phrase).verdict.map { $0 == .agrees }
    let percent =
      baseCount > 0
      ? " (\(ChangePhrase.percent(Fraction(Int128(count), Int128(baseCount)))))" : ""
    change = (count - baseCount).signedText + percent
  }

  /// Whether all that was said is as the records have it.
  package var agrees: Bool? {
    switch (valueAgrees, changeAgrees) {
    case (nil, _): nil
    case (let value, nil): value
    case (true?, let change): change
    case (false?, _): false
    }
  }
}
