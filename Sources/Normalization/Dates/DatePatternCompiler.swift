/// Turns a pattern of Unicode TR 35 into steps, once per run.
struct DatePatternCompiler {
  private let pattern: String
  private let scalars: [Unicode.Scalar]
  private var steps: [DateStep] = []
  private var letters: Set<Unicode.Scalar> = []

  init(_ pattern: String) {
    self.pattern = pattern
    scalars = Array(pattern.unicodeScalars)
  }

  /// The steps, in the order of the pattern.
  mutating func compile() throws(DateFormatError) -> [DateStep] {
    if let name = nearbyName { throw error("did you mean '\(name)'?") }
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if scalar == "'" {
        try readQuoted(&at)
      } else if scalar.properties.isAlphabetic, scalar.isASCII {
        let start = at
        while at < scalars.count, scalars[at] == scalar { at += 1 }
        try append(letter: scalar, count: at - start)
      } else {
        append(literal: String(scalar))
        at += 1
      }
    }
    try checkFields()
    try checkNeighbours()
    return steps
  }

  private mutating func readQuoted(_ at: inout Int) throws(DateFormatError) {
    var literal = ""
    at += 1
    if at < scalars.count, scalars[at] == "'" {
      at += 1
      return append(literal: "'")
    }
    while true {
      guard at < scalars.count else { throw error("a quote is not closed") }
      if scalars[at] != "'" {
        literal.unicodeScalars.append(scalars[at])
      } else if at + 1 < scalars.count, scalars[at + 1] == "'" {
        literal.append("'")
        at += 1
      } else {
        break
      }
      at += 1
    }
    at += 1
    // Read as a mere letter it would shift every time by the source's offset, without a word.
    if literal.uppercased() == "Z", letters.contains("H") || letters.contains("h") {
      throw error("a quoted 'Z' is a letter without meaning; write X to read the offset")
    }
    append(literal: literal)
  }

  private mutating func append(literal: String) {
    let folded = DateTextFolding.fold(Array(literal.utf8).span)
    for byte in folded { steps.append(.literal(byte)) }
  }

  private mutating func append(
    letter: Unicode.Scalar, count: Int
  ) throws(DateFormatError) {
    let isPadded = count == 2
    let step: DateStep? =
      switch (letter, count) {
      case ("y", 1): .year
      case ("y", 2): .twoDigitYear
      case ("y", 4): .fourDigitYear
      case ("M", 1...2): .month(isPadded: isPadded)
      case ("M", 3...4): .monthName
      case ("d", 1...2): .day(isPadded: isPadded)
      case ("H", 1...2): .hour(isPadded: isPadded)
      case ("h", 1...2): .halfDayHour(isPadded: isPadded)
      case ("m", 1...2): .minute(isPadded: isPadded)
      case ("s", 1...2): .second(isPadded: isPadded)
      case ("S", 1...9): .fraction
      case ("a", 1): .meridiem
      case ("X", 1...3), ("Z", 1...5): .offset
      default: nil
      }
    guard let step else { throw error(advice(letter: letter, count: count)) }
    let field: Unicode.Scalar = letter == "Z" ? "X" : letter
    guard letters.insert(field).inserted else { throw error("'\(letter)' occurs twice") }
    steps.append(step)
  }

  private func advice(letter: Unicode.Scalar, count: Int) -> String {
    let run = String(repeating: Character(letter), count: min(count, 10))
    return switch letter {
    case "Y": "'\(run)' is the year of a week; write yyyy"
    case "D": "'\(run)' is the day of the year; write dd"
    case "u": "write \(String(repeating: "y", count: min(count, 4))) for '\(run)'"
    case "L": "write \(String(repeating: "M", count: min(count, 4))) for '\(run)'"
    case "y", "M", "d", "H", "h", "m", "s", "S", "a", "X", "Z":
      "'\(run)' is not among y, yy, yyyy, M, MM, MMM, MMMM, d, dd, H, HH, h, hh, m, mm, s, ss, "
        + "S, a, X, XX, XXX, Z"
    default: "the letter '\(letter)' has no meaning; letters that stand for themselves go in quotes"
    }
  }

  private func checkFields() throws(DateFormatError) {
    let hasHour = letters.contains("H") || letters.contains("h")
    if letters.contains("m"), !hasHour {
      throw error("m is minutes, which need hours; a month is M")
    }
    for (letter, name) in [
      ("y" as Unicode.Scalar, "year (y)"), ("M", "month (M)"), ("d", "day (d)"),
    ]
    where !letters.contains(letter) {
      throw error("it has no \(name)")
    }
    if letters.contains("H"), letters.contains("h") { throw error("it has both H and h") }
    if letters.contains("h") != letters.contains("a") { throw error("h and a need each other") }
    if hasHour, !letters.contains("m") { throw error("it has hours without minutes (m)") }
    if letters.contains("s"), !letters.contains("m") { throw error("s needs minutes (m)") }
    if letters.contains("S"), !letters.contains("s") { throw error("S needs seconds (s)") }
    if letters.contains("X"), !hasHour { throw error("an offset needs a time") }
  }

  private func checkNeighbours() throws(DateFormatError) {
    for (step, next) in zip(steps, steps.dropFirst())
    where step.isOpenEnded && next.isNumeric {
      throw error("numbers that touch need a fixed width, such as dd or yyyy")
    }
  }

  /// The named format that a misspelt name means.
  private var nearbyName: String? {
    func letters(_ text: String) -> String {
      String(text.lowercased().filter { $0.isLetter || $0.isNumber })
    }
    let wanted = letters(pattern)
    return DateFormat.names.first { letters($0) == wanted }
  }

  private func error(_ reason: String) -> DateFormatError {
    DateFormatError(pattern: pattern, reason: reason)
  }
}
