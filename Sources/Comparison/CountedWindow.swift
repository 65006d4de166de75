import TakedownModel

/// Days over which something is counted, and whose records count.
struct CountedWindow: Hashable {
  let days: DayWindow
  /// By the tally's numbers, the only agencies whose records count in a figure for all of them; nil
  /// for all.
  var agencies: Set<Int>?
}
