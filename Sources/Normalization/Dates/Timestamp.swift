package import Bytes
import TakedownModel

/// Appends an instant of the years 1 to 9999, in seconds since 1970, as `2025-03-31T22:59:59Z`.
package func appendTimestamp(utc: Int, to bytes: inout ByteWriter) {
  let day = utcDay(utc)
  let second = utc &- day &* DateFields.dayLength
  let date = CalendarDate(days: day).components
  bytes.append(decimal: date.year, width: 4)
  bytes.append(UInt8(ascii: "-"))
  bytes.append(decimal: date.month, width: 2)
  bytes.append(UInt8(ascii: "-"))
  bytes.append(decimal: date.day, width: 2)
  bytes.append(UInt8(ascii: "T"))
  bytes.append(decimal: second / 3600, width: 2)
  bytes.append(UInt8(ascii: ":"))
  bytes.append(decimal: second / 60 % 60, width: 2)
  bytes.append(UInt8(ascii: ":"))
  bytes.append(decimal: second % 60, width: 2)
  bytes.append(UInt8(ascii: "Z"))
}

/// The day, since 1970, of a second since 1970; also before it.
func utcDay(_ seconds: Int) -> Int {
  let days = seconds / DateFields.dayLength
  return seconds % DateFields.dayLength < 0 ? days - 1 : days
}
