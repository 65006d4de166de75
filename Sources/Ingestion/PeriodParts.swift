/// The numbers and words of a period's text.
struct PeriodParts {
  /// What the parts are, with spaces between: digits of a number, `m` for a month by name, `q`, `h`.
  let form: String
  /// The numbers, months by name among them, in their order.
  let numbers: [Int]

  /// Nil where a part has no meaning in a period.
  init?(_ text: String) {
    var form: [String] = []
    var numbers: [Int] = []
    var rest = text.lowercased()[...]
    while let sign = rest.first {
      if sign.isASCII, sign.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard digits.count <= 4, let number = Int(digits) else { return nil }
        form.append(String(digits.count))
        numbers.append(number)
        rest = rest.dropFirst(digits.count)
      } else if sign.isASCII, sign.isLetter {
        let word = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest.dropFirst(word.count)
        if let month = Self.month(word) {
          form.append("m")
          numbers.append(month)
        } else if word == "q" || word == "h" {
          form.append(String(word))
        } else if word != "to" && word != "until" {
          return nil
        }
      } else if " -–—/.,\t\u{a0}".contains(sign) {
        rest = rest.dropFirst()
      } else {
        return nil
      }
    }
    self.form = form.joined(separator: " ")
    self.numbers = numbers
  }

  /// The number of a month that is written out or cut to three letters.
  private static func month(_ word: Substring) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    let whole = word == "sept" ? "september" : word
    let place = names.firstIndex { $0 == whole || $0.prefix(3) == whole }
    return place.map { $0 + 1 }
  }
}
