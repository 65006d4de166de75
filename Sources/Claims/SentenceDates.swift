import TakedownModel

/// The days that the words of a sentence name.
struct SentenceDates {
  /// Words that name a first day, a last day, or both.
  struct Match {
    var first: CalendarDate?
    var last: CalendarDate?
    var length: Int
  }

  /// A day, a month or a year, as its first and its last day.
  private struct Named {
    let first: CalendarDate
    let last: CalendarDate
    let length: Int
  }

  let words: [String]
  /// The day on which the sentence was said.
  let day: CalendarDate

  /// The days that the words from a place on name; nil for none.
  func match(at place: Int) -> Match? {
    switch word(place) {
    case "since":
      return named(place + 1).map { Match(first: $0.first, length: 1 + $0.length) }
    case "in", "during":
      return named(place + 1).map {
        Match(first: $0.first, last: $0.last, length: 1 + $0.length)
      }
    case "year" where ["to", "ending", "until"].contains(word(place + 1)):
      return named(place + 2).map { end in
        let first = end.last.adding(days: 1).adding(years: -1)
        return Match(first: first, last: end.last, length: 2 + end.length)
      }
    case "by", "until", "to":
      return named(place + 1).map { Match(last: $0.last, length: 1 + $0.length) }
    case "from", "between":
      guard let start = named(place + 1) else { return nil }
      let joint = place + 1 + start.length
      guard ["to", "and", "until"].contains(word(joint)), let end = named(joint + 1) else {
        return word(place) == "from"
          ? Match(first: start.first, length: 1 + start.length) : nil
      }
      return Match(first: start.first, last: end.last, length: joint + 1 + end.length - place)
    default: return nil
    }
  }

  private func word(_ place: Int) -> String {
    place < words.count ? words[place].lowercased() : ""
  }

  private func named(_ start: Int) -> Named? {
    var place = start
    while ["the", "end", "start", "of", "last"].contains(word(place)), place - start < 4 {
      place += 1
    }
    let skipped = place - start
    if let date = CalendarDate(word(place)) {
      return Named(first: date, last: date, length: skipped + 1)
    }
    if let year = year(place) { return period(year, 1, 12, length: skipped + 1) }
    if word(place) == "year", word(place - 1) == "last" {
      return period(day.components.year - 1, 1, 12, length: skipped + 1)
    }
    if let month = Self.month(word(place)) {
      if let year = year(place + 1) { return period(year, month, month, length: skipped + 2) }
      let (thisYear, thisMonth, _) = day.components
      return period(month < thisMonth ? thisYear : thisYear - 1, month, month, length: skipped + 1)
    }
    guard let number = Int(word(place)), let month = Self.month(word(place + 1)),
      let year = year(place + 2),
      let date = CalendarDate(year: year, month: month, day: number)
    else { return nil }
    return Named(first: date, last: date, length: skipped + 3)
  }

  private func year(_ place: Int) -> Int? {
    let text = word(place)
    guard text.utf8.count == 4, let year = Int(text), (1900...2199).contains(year) else {
      return nil
    }
    return year
  }

  private func period(_ year: Int, _ from: Int, _ to: Int, length: Int) -> Named? {
    let days = CalendarDate.length(ofMonth: to, year: year)
    guard let first = CalendarDate(year: year, month: from, day: 1),
      let last = CalendarDate(year: year, month: to, day: days)
    else { return nil }
    return Named(first: first, last: last, length: length)
  }

  /// 1 to 12 for the English name of a month.
  static func month(_ word: String) -> Int? {
    CalendarDate.monthNames.firstIndex { $0.lowercased() == word.lowercased() }.map { $0 + 1 }
  }

  /// A word without the marks around it.
  static func trimmed(_ word: String) -> String {
    let marks: Set<Character> = [
      ",", ".", ";", ":", "…", "–", "—", "-", "(", ")", "'", "\"", "“", "”", "‘", "’", "!", "?",
    ]
    var rest = Substring(word)
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    // A minus sign before a number stays.
    while let first = rest.first, marks.contains(first), first != "-" || rest.count == 1 {
      rest.removeFirst()
    }
    return String(rest)
  }
}
