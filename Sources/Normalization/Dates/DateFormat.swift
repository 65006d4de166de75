/// How a source writes its dates: a name, or a pattern of Unicode TR 35.
///
/// The names are `iso8601`, `unix-seconds`, `unix-milliseconds`, `excel-1900`, `excel-1904` and
/// `detect`. The letters of a pattern are `y yy yyyy M MM MMM MMMM d dd H HH h hh m mm s ss S a X Z`;
/// other letters stand in quotes. Patterns are strict, so that two formats of a source stay apart:
/// `dd` is two digits, `d` one or two. `MMM` and `MMMM` both read a month's full and short names,
/// `S`, however often, any number of digits, and `X` and `Z` any offset of ISO 8601.
///
/// `detect`, or two patterns that differ in nothing but the order of day and month, leave that order
/// open: each column's values decide it (`DateEvidence`), never the single value.
package struct DateFormat: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case iso8601
    case unixSeconds
    case unixMilliseconds
    case excel1900
    case excel1904
    case detect
    case pattern([DateStep])
  }

  /// The format as the configuration has it.
  package let text: String
  let kind: Kind

  /// ISO 8601 calendar, week and ordinal dates, with or without a time and an offset.
  package static let iso8601 = DateFormat(text: "iso8601", kind: .iso8601)

  /// Reads a format of the configuration.
  ///
  /// - Throws: `DateFormatError` when the pattern lacks a year, month or day, has one twice, or has
  ///   letters without a meaning.
  package init(_ pattern: String) throws(DateFormatError) {
    text = pattern
    if let named = Self.named[pattern] {
      kind = named
    } else {
      var compiler = DatePatternCompiler(pattern)
      kind = .pattern(try compiler.compile())
    }
  }

  init(text: String, kind: Kind) {
    self.text = text
    self.kind = kind
  }

  /// The names that stand for a format, sorted.
  package static var names: [String] { named.keys.sorted() }

  private static let named: [String: Kind] = [
    "iso8601": .iso8601,
    "unix-seconds": .unixSeconds,
    "unix-milliseconds": .unixMilliseconds,
    "excel-1900": .excel1900,
    "excel-1904": .excel1904,
    "detect": .detect,
  ]
}
