import TakedownModel

/// Says things in one language.
struct MessageWriter {
  let catalogue: MessageCatalogue
  let names: DisplayNames

  /// A message with its places filled; `number` decides between the forms of one that has some.
  func say(
    _ key: String, _ places: [String: String] = [:], number: RoundedDecimal? = nil
  ) -> String {
    switch catalogue.messages[key] {
    case .plain(let pattern)?: pattern.filled(places)
    case .counted(let forms)?: form(of: forms, for: number)?.filled(places) ?? key
    case nil: key
    }
  }

  /// Whether the catalogue has a message.
  func has(_ key: String) -> Bool { catalogue.messages[key] != nil }

  private func form(
    of forms: [String: MessagePattern], for number: RoundedDecimal?
  ) -> MessagePattern? {
    let other = forms[PluralRule.Category.other.rawValue]
    guard let number else { return other }
    return number.whole.flatMap { forms["=\($0)"] }
      ?? forms[catalogue.plurals.category(of: number).rawValue] ?? other
  }

  // MARK: - Numbers

  func number(_ value: Int) -> String { number(RoundedDecimal(value)) }

  func number(_ value: RoundedDecimal) -> String {
    value.text(grouping: catalogue.grouping, decimal: catalogue.decimalMark)
  }

  /// A message with a number in its place, in the form that the number takes.
  func say(_ key: String, number value: RoundedDecimal) -> String {
    say(key, ["number": number(value)], number: value)
  }

  // MARK: - Days, lists and names

  func day(_ day: CalendarDate) -> String {
    let (year, month, number) = day.components
    return catalogue.day.filled([
      "day": String(number), "month": catalogue.months[month - 1], "year": String(year),
    ])
  }

  func days(_ period: ReportingPeriod) -> String {
    say("days", ["start": day(period.start), "end": day(period.end)])
  }

  func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: catalogue.listSeparator) + catalogue.listLast + last
  }

  /// An agency as a sentence names it.
  func agency(_ id: String) -> String {
    id == DisplayNames.all
      ? say("agency.all") : catalogue.agencies[id] ?? names.agencyInSentence(id)
  }

  /// A platform as a sentence names it.
  func platform(_ id: String) -> String {
    id == Platform.unmapped
      ? say("platform.unmapped") : catalogue.platforms[id] ?? names.platform(id)
  }

  /// What was written in English, where the catalogue has it in its language; else as it stands.
  func text(_ english: String) -> String { catalogue.texts[english] ?? english }
}
