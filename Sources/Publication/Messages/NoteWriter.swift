import TakedownModel

/// Says the notes of a comparison in another language.
///
/// The comparison writes its notes in English. They are known by the English messages, which are the
/// same words with places for what differs; what is not known stays as it is.
struct NoteWriter {
  private let writer: MessageWriter
  /// The keys of the messages that notes are known by; the most exact ones first.
  private static let keys = MessageCatalogue.english.messages.keys
    .filter { $0.hasPrefix("notes.") }.sorted()

  init(_ writer: MessageWriter) {
    self.writer = writer
  }

  /// Notes joined by `; `, in the language of the writer.
  func said(_ notes: String) -> String {
    if writer.catalogue.language == MessageCatalogue.english.language { return notes }
    let parts = notes.split(separator: "; ", omittingEmptySubsequences: false).map(String.init)
    var said: [String] = []
    var start = 0
    while start < parts.count {
      // The text of a break may have a semicolon itself; as a whole it is known by the catalogue.
      let whole = (start..<parts.count).reversed().lazy.compactMap { end -> (String, Int)? in
        let note = parts[start...end].joined(separator: "; ")
        return known(note, isOneNote: end == start).map { ($0, end) }
      }.first
      said.append(whole?.0 ?? writer.text(parts[start]))
      start = (whole?.1 ?? start) + 1
    }
    return said.joined(separator: "; ")
  }

  /// A note in the language; nil where no message is like it.
  private func known(_ note: String, isOneNote: Bool) -> String? {
    for key in Self.keys {
      guard case .plain(let english)? = MessageCatalogue.english.messages[key],
        let found = english.values(in: note),
        isOneNote || found["text"].map({ writer.catalogue.texts[$0] != nil }) ?? false,
        let places = places(found)
      else { continue }
      return writer.say(key, places)
    }
    return nil
  }

  /// What stands in the places of a note, in the language; nil where a day is no day.
  private func places(_ english: [String: String]) -> [String: String]? {
    var places: [String: String] = [:]
    for (name, text) in english {
      switch name {
      case "day":
        guard let day = day(text) else { return nil }
        places[name] = day
      case "days":
        let days = text.split(separator: " and ").map { day(String($0)) }
        guard !days.contains(nil) else { return nil }
        places[name] = writer.list(days.compactMap(\.self))
      case "number": places[name] = Int(text).map(writer.number) ?? text
      case "agency": places[name] = agency(text)
      case "agencies": places[name] = list(text, agency)
      case "platforms": places[name] = list(text, platform)
      default: places[name] = writer.text(text)
      }
    }
    return places
  }

  private func list(_ text: String, _ name: (String) -> String) -> String {
    text.split(separator: ", ").map { name(String($0)) }
      .joined(separator: writer.catalogue.listSeparator)
  }

  private func agency(_ name: String) -> String {
    writer.names.agencyID(inSentence: name).map(writer.agency) ?? name
  }

  private func platform(_ name: String) -> String {
    name == Platform.unmappedInSentence
      ? writer.platform(Platform.unmapped)
      : writer.names.platformID(named: name).map(writer.platform) ?? name
  }

  /// A day such as `29 February 2024`, in the language.
  private func day(_ text: String) -> String? {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = CalendarDate.monthNames.firstIndex(of: parts[1])
    else { return nil }
    return CalendarDate(year: year, month: month + 1, day: day).map(writer.day)
  }
}
