import Tabular
package import TakedownModel

/// The numbers and days that a sentence names.
///
/// A small grammar, and no more: days come as `since last July`, `since 1 July 2024`, `in 2025`,
/// `in March 2025`, `by June 2024`, `from … to …`, `between … and …`, `year to March 2025`; the
/// first number that is neither a day nor a change is the value; a change is what `ChangePhrase`
/// reads, with a direction where it is a plain number. Numbers that are none of these are listed as
/// not read.
package struct ClaimSentence: Hashable, Sendable {
  /// A number with the words that bound it.
  package struct Value: Hashable, Sendable {
    package let qualifier: Qualifier
    package let value: Int
  }

  package fileprivate(set) var value: Value?
  package fileprivate(set) var change: ChangePhrase?
  package fileprivate(set) var first: CalendarDate?
  package fileprivate(set) var last: CalendarDate?
  /// In the plural, sorted; empty where none is named.
  package fileprivate(set) var units: [String] = []
  /// What was taken for what, in the order of the sentence.
  package fileprivate(set) var found: [String] = []
  /// Numbers, months and years that were not understood.
  package fileprivate(set) var unread: [String] = []

  /// Reads a sentence said on a day.
  package init(_ text: String, on day: CalendarDate) {
    let words = text.split { $0.isWhitespace }
      .map { SentenceDates.trimmed(String($0)) }.filter { !$0.isEmpty }
    let dates = SentenceDates(words: words, day: day)
    var place = 0
    while place < words.count {
      if let match = dates.match(at: place) {
        let taken = words[place..<place + match.length].joined(separator: " ")
        place += match.length
        take(match, taken)
        continue
      }
      place += take(words, place)
    }
  }

  private mutating func take(_ match: SentenceDates.Match, _ text: String) {
    guard first == nil || match.first == nil, last == nil || match.last == nil else {
      unread.append(text)
      return
    }
    first = match.first ?? first
    last = match.last ?? last
    let days = [
      match.first.map { "from \($0.spoken)" }, match.last.map { "to \($0.spoken)" },
    ].compactMap { $0 }
    found.append("'\(text)': \(days.joined(separator: " "))")
  }

  /// Takes what begins at a word; returns how many words that is.
  private mutating func take(_ words: [String], _ place: Int) -> Int {
    // What is taken down has not gone down.
    if words[place].lowercased() == "down", place > 0,
      Self.verbs.contains(words[place - 1].lowercased())
    {
      return 1
    }
    let longest = min(Self.longestPhrase, words.count - place)
    for length in stride(from: longest, through: 1, by: -1) {
      let text = words[place..<place + length].joined(separator: " ")
      var reader = ChangePhraseReader(text)
      guard reader.read() != nil, let phrase = ChangePhrase(text) else { continue }
      if let (qualifier, whole) = reader.plainCount {
        guard value == nil else { break }
        value = Value(qualifier: qualifier, value: whole)
        found.append("'\(text)': the value, \(CountRange(qualifier, whole).text)")
      } else {
        guard change == nil else { break }
        // Words that lead on to the base add nothing.
        let shortest = (1...length).lazy
          .compactMap { Self.change(words[place..<place + $0]) }
          .first { $0.allowed == phrase.allowed }
        change = shortest ?? phrase
        found.append("'\((shortest ?? phrase).text)': the change, \(phrase.range)")
      }
      return length
    }
    let word = words[place].lowercased()
    if Self.units.contains(word) {
      if !units.contains(word) { units = (units + [word]).sorted() }
    } else if word.contains(where: \.isNumber) || SentenceDates.month(word) != nil && word != "may"
    {
      unread.append(words[place])
    }
    return 1
  }

  /// The change that words are, and not a plain number.
  private static func change(_ words: ArraySlice<String>) -> ChangePhrase? {
    let text = words.joined(separator: " ")
    var reader = ChangePhraseReader(text)
    return reader.read() == nil || reader.plainCount != nil ? nil : ChangePhrase(text)
  }

  private static let units: Set = ["accounts", "pages", "posts", "groups", "channels", "adverts"]
  private static let verbs: Set = [
    "take", "takes", "taken", "taking", "took", "shut", "shuts", "shutting", "closed", "brought",
  ]
  private static var longestPhrase: Int { 8 }
}

extension ClaimSentence {
  /// What was found and what was not, in lines.
  var lines: [String] {
    found.map { "  found \($0)" } + unread.map { "  not read: '\($0)'" }
  }

  var json: JSONValue {
    .object([
      "found": .array(found.map { .string($0) }), "not_read": .array(unread.map { .string($0) }),
    ])
  }
}

extension ClaimSentence.Value {
  /// Reads a number with the words before it: `18,000`, `more than 8,000`.
  ///
  /// - Throws: `ClaimsError` where there is anything else.
  package init(_ text: String) throws(ClaimsError) {
    var reader = ChangePhraseReader(text)
    guard reader.read() != nil, let (qualifier, value) = reader.plainCount else {
      throw .claim(text, expected: "a whole number such as '18,000' or 'more than 8,000'")
    }
    self.init(qualifier: qualifier, value: value)
  }
}
