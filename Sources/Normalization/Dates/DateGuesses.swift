import Bytes
import TakedownModel

/// The forms that dates usually have, for texts that none of a source's formats reads.
struct DateGuesses: Sendable {
  private struct Guess: Sendable {
    /// What would have to be declared, in words.
    let words: String
    /// The same for the month first.
    let otherWords: String
    let reader: DateReader
  }

  private let guesses: [Guess]
  /// How many of the guesses, the first ones, have no month name.
  private let numericCount: Int

  static let common = DateGuesses()

  private init() {
    func reader(_ format: DateFormat, _ locale: String? = nil) -> DateReader {
      DateReader(
        formats: [format], zone: .utc, reportingZone: .utc, locale: locale,
        allowTwoDigitYears: false)
    }
    var guesses = [Guess(words: "iso8601", otherWords: "", reader: reader(.iso8601))]
    for (text, steps) in DateForms.detected {
      // Of two readings; the text only differs from that of a declared pattern by being data.
      let both = DateReader(
        formats: [
          DateFormat(text: text, kind: .pattern(steps)),
          DateFormat(text: text, kind: .pattern(steps.swapped)),
        ], zone: .utc, reportingZone: .utc, locale: nil, allowTwoDigitYears: false)
      guesses.append(Guess(words: text, otherWords: Self.swapped(text), reader: both))
    }
    for text in ["yyyy/M/d", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss", "yyyy.M.d", "yyyy-M-d"] {
      guard let format = try? DateFormat(text) else { continue }
      guesses.append(Guess(words: text, otherWords: "", reader: reader(format)))
    }
    numericCount = guesses.count
    let named = [
      "d MMM yyyy", "d-MMM-yyyy", "d MMM, yyyy", "MMM d, yyyy", "d MMM yyyy H:mm",
      "d MMM yyyy, H:mm", "MMM d, yyyy h:mm a", "MMM d, yyyy, h:mm a",
    ]
    for text in named {
      guard let format = try? DateFormat(text) else { continue }
      for language in ["en"] + MonthNames.languages where language != "en" || text == named[0] {
        guesses.append(
          Guess(
            words: "\(text) with locale \(language)", otherWords: "",
            reader: reader(format, language)))
      }
    }
    self.guesses = guesses
  }

  private static func swapped(_ text: String) -> String {
    String(text.map { $0 == "d" ? "M" : $0 == "M" ? "d" : $0 })
  }

  /// Calls `body` with the number of each form that a text has, and what it says about the order of
  /// day and month.
  func each(of text: Span<UInt8>, _ body: (Int, DateOrderEvidence) -> Void) {
    if let number = numberWords(text) { return body(number, .none) }
    let names = hasName(text)
    for place in names ? numericCount..<guesses.count : 0..<numericCount {
      let guess = guesses[place]
      if guess.reader.isOrderOpen {
        var evidence = guess.reader.orderEvidence(text)
        // Twelve of December is one day in both orders.
        if evidence == .none, case .day = guess.reader.read(text) { evidence = .either }
        if evidence == .none, case .instant = guess.reader.read(text) { evidence = .either }
        if evidence != .none { body(place, evidence) }
      } else {
        switch guess.reader.read(text) {
        case .day, .instant: body(place, .none)
        default: continue
        }
      }
    }
  }

  /// What to declare for a guess.
  func words(_ place: Int, _ order: DayMonthOrder = .dayFirst) -> String {
    if place < 0 { return Self.numbers[-place - 1] }
    return order == .dayFirst ? guesses[place].words : guesses[place].otherWords
  }

  private static let numbers = ["excel-1900", "unix-seconds", "unix-milliseconds"]

  /// A negative number for serials and seconds of the years 1990 to 2099 or so.
  private func numberWords(_ text: Span<UInt8>) -> Int? {
    let trimmed = text.trimmed
    var at = 0
    while trimmed.hasDigit(at: at) { at += 1 }
    let whole = at
    if trimmed.has(UInt8(ascii: "."), at: at) {
      at += 1
      while trimmed.hasDigit(at: at) { at += 1 }
    }
    guard at == trimmed.count, whole > 0 else { return nil }
    return switch whole {
    case 5 where trimmed[0] >= 0x33: -1
    case 10: -2
    case 13: -3
    default: nil
    }
  }

  /// Whether three letters stand together, which `am` and `T` do not.
  private func hasName(_ text: Span<UInt8>) -> Bool {
    let folded = DateTextFolding.fold(text)
    var run = 0
    for byte in folded {
      run = byte.isLetterASCII || byte >= 0x80 ? run + 1 : 0
      if run >= 3 { return true }
    }
    return false
  }
}
