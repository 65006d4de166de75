import Bytes
import TakedownModel

/// A record that says both when something was referred and when it was acted on.
struct TimedAction: Hashable, Sendable {
  let place: Place
  /// From referral to action; 0 or more.
  let seconds: UInt64
}

extension [TimedAction] {
  /// The same from the shortest time to the longest.
  ///
  /// Sorted by 16 bits at a time: a million take hundredths of a second.
  var sortedByTime: [TimedAction] {
    var sorted = self
    let longest = reduce(0) { $0 | $1.seconds }
    var other = self
    var shift: UInt64 = 0
    while shift < 64, longest >> shift != 0 {
      var places = Array<Int>(repeating: 0, count: 1 << 16)
      for timed in sorted { places[Int(timed.seconds >> shift & 0xffff)] += 1 }
      var next = 0
      for digit in places.indices {
        let size = places[digit]
        places[digit] = next
        next += size
      }
      for timed in sorted {
        let digit = Int(timed.seconds >> shift & 0xffff)
        other[places[digit]] = timed
        places[digit] += 1
      }
      swap(&sorted, &other)
      shift += 16
    }
    return sorted
  }
}

/// A moment in UTC as the stage file has it.
enum UTCTime {
  /// Seconds since 1 January 1970 of `2025-03-31T12:00:00Z`; nil for any other text.
  static func seconds(of text: Span<UInt8>) -> Int? {
    guard text.count == 20, text[10] == 0x54, text[13] == 0x3a, text[16] == 0x3a, text[19] == 0x5a,
      let date = CalendarDate(spelling: text.extracting(0..<10))
    else { return nil }
    let (hour, minute, second) = (number(text, 11), number(text, 14), number(text, 17))
    guard hour < 24, minute < 60, second < 61 else { return nil }
    return date.days * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// Two digits; 100 where they are none.
  private static func number(_ text: Span<UInt8>, _ index: Int) -> Int {
    let (tens, units) = (text[index] &- 0x30, text[index + 1] &- 0x30)
    return tens > 9 || units > 9 ? 100 : Int(tens) * 10 + Int(units)
  }
}
