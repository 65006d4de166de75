import TakedownModel

/// Which texts a setting accepts.
enum TextRule: Hashable, Sendable {
  case any
  case nonEmpty
  /// One of these words.
  case choice([String])
  /// A day that the calendar has: `2025-03-31`.
  case date
  /// A day that every year has: `07-01`.
  case monthDay
  /// So many days, weeks, months or years: `P1M`.
  case span
  /// A canonical id: `uk-nca`.
  case id
  /// ISO 3166-1 alpha-2, or nothing.
  case country
  /// The delimiter of a delimited file: one character, `\t` or `tab`.
  case delimiter
  /// A character of a delimited file, or `none`.
  case dialectCharacter
  /// File names, and after a `!` the names of members of archives.
  case path
  /// The sign between the thousands of a number, or before its decimals.
  case numberSign
  /// A host in ASCII, without `www.`.
  case host
  /// A part of a host between two full stops.
  case label
  /// The scheme of links that open an app.
  case scheme
  /// A segment of a path.
  case segment
  /// Characters beside letters and digits that names may hold; perhaps none.
  case symbols
  /// One of these, or none.
  case symbol
  /// What every name starts with.
  case nameStart

  /// Whether the rule lets the text pass.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .any: true
    case .nonEmpty: !text.isEmpty
    case .choice(let words): words.contains(text)
    case .date: CalendarDate(text) != nil
    case .monthDay: YearStart(text) != nil
    case .span: CalendarSpan(text) != nil
    case .id: !text.isEmpty && text.utf8.allSatisfy(Self.isIDByte)
    case .country:
      text.isEmpty || text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5a).contains($0) }
    case .delimiter: Delimiter.byte(of: text) != nil
    case .dialectCharacter: DialectCharacter(text) != nil
    case .path: SourcePath(text) != nil
    case .numberSign: Self.numberSigns.contains(text)
    case .host, .label, .scheme, .segment, .symbols, .symbol, .nameStart: acceptsName(text)
    }
  }

  private static let numberSigns = [",", ".", "'", " ", "\u{a0}", "\u{202f}"]

  private static func isIDByte(_ byte: UInt8) -> Bool {
    (0x61...0x7a).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2d
  }

  /// What the rule wants, to follow "expected" in a message.
  var expectation: String {
    switch self {
    case .any: "a text"
    case .nonEmpty: "a text that is not empty"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .date: "a date such as '2025-03-31'"
    case .monthDay: "a month and day that every year has, such as '07-01'"
    case .span: "a span of time such as 'P1M' for one month, in D, W, M or Y"
    case .id: "an id of a-z, 0-9 and hyphens, such as 'uk-nca'"
    case .country: "two capital letters such as 'GB', or nothing"
    case .delimiter: "one ASCII character, or 'tab'"
    case .dialectCharacter: "one ASCII character, or 'none'"
    case .path: "a path, or an archive's path, '!' and a pattern for its members"
    case .numberSign: "one of , . ' and a space"
    case .host: "a host in ASCII such as 'example.org', without scheme, path and 'www.'"
    case .label: "a part of a host such as 'help', of a-z, 0-9, hyphens and underscores"
    case .scheme: "the scheme of an app's links, such as 'tg', of a-z, 0-9, +, . and -"
    case .segment: "a segment of a path, such as 'login', without spaces and / ? # %"
    case .symbols: "characters that are no letters, digits, spaces, quotes, brackets or / ? # % ;"
    case .symbol: "one character that is no letter, digit, space, quote, bracket or / ? # % ;"
    case .nameStart: "a text in ASCII without spaces, quotes, brackets and / ? # % ;"
    }
  }

  /// The rule as a regular expression of ECMA-262; nil where there is none to give.
  ///
  /// The calendar is beyond an expression: of dates and days it says the shape alone.
  var pattern: String? {
    switch self {
    case .any, .nonEmpty, .choice: nil
    case .date: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .monthDay: "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
    case .span: "^P[1-9][0-9]{0,2}[DWMY]$"
    case .id: "^[a-z0-9-]+$"
    case .country: "^([A-Z]{2})?$"
    case .delimiter: #"^([\t !#-~]|\\t|tab)$"#
    case .dialectCharacter: "^([!-~]|none)$"
    case .path: "^[^!]+(![^!]+)?$"
    case .numberSign: "^[,.' \u{a0}\u{202f}]$"
    case .host, .label, .scheme, .segment, .symbols, .symbol, .nameStart: namePattern
    }
  }
}
