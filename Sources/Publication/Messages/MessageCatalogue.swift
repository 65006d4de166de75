package import Tabular

/// The words of headlines in one language: sentences as data, with named places.
///
/// The built-in one is English; it says which messages there are and which places each has.
package struct MessageCatalogue: Hashable, Sendable {
  /// A sentence, or what it is made of.
  enum Message: Hashable, Sendable {
    case plain(MessagePattern)
    /// By the plural categories of the language, and by numbers such as `=0`, which come first.
    case counted([String: MessagePattern])
  }

  /// The BCP 47 tag: `cy`, `en-GB`.
  package let language: String
  let plurals: PluralRule
  /// What stands between thousands; may be empty.
  let grouping: String
  let decimalMark: String
  /// January first.
  let months: [String]
  /// With the places `day`, `month` and `year`.
  let day: MessagePattern
  /// What stands between the elements of a list.
  let listSeparator: String
  /// What stands before the last of them.
  let listLast: String
  /// By key.
  let messages: [String: Message]
  /// Agencies as a sentence names them, by id; those not here keep the names of the register.
  package let agencies: [String: String]
  /// Platforms likewise.
  package let platforms: [String: String]
  /// What others have written in English, such as the notice or the text of a break.
  let texts: [String: String]

  /// The built-in catalogue.
  package static let english = builtIn()

  private static func builtIn() -> MessageCatalogue {
    do {
      let bytes = PackageResources.english_json
      return try MessageCatalogue(try JSONValue(parsing: bytes.span), like: nil)
    } catch {
      preconditionFailure("the built-in messages are no catalogue: \(error)")
    }
  }

  /// Reads the catalogue of a further language.
  ///
  /// - Throws: everything that is wrong: a key or a plural form that is missing, a key or a place that
  ///   has no meaning, a place that a message must have and has not.
  package init(_ value: JSONValue) throws(MessageCatalogueError) {
    try self.init(value, like: .english)
  }

  /// Reads a catalogue, checked against another one where it is given.
  private init(
    _ value: JSONValue, like reference: MessageCatalogue?
  ) throws(MessageCatalogueError) {
    var reader = CatalogueReader()
    reader.checkKeys(
      value, at: "",
      known: ["language", "about", "numbers", "dates", "lists", "messages", "names", "texts"])
    let before = reader.problems.count
    let language = reader.language(value["language"], isBuiltIn: reference == nil)
    let isLanguageKnown = reader.problems.count == before
    let plurals = PluralRule(language: language)
    self.language = language
    self.plurals = plurals
    let numbers = reader.object(value["numbers"], at: "numbers", known: ["grouping", "decimal"])
    grouping = reader.text(numbers?["grouping"], at: "numbers.grouping", mayBeEmpty: true)
    decimalMark = reader.text(numbers?["decimal"], at: "numbers.decimal")
    let dates = reader.object(value["dates"], at: "dates", known: ["months", "day"])
    months = reader.months(dates?["months"])
    day = reader.pattern(
      dates?["day"], at: "dates.day", places: ["day", "month", "year"], mustHaveAll: true)
    let lists = reader.object(value["lists"], at: "lists", known: ["separator", "last"])
    listSeparator = reader.text(lists?["separator"], at: "lists.separator")
    listLast = reader.text(lists?["last"], at: "lists.last")
    messages = reader.messages(
      value["messages"], isLanguageKnown ? plurals : nil, like: reference)
    let names = value["names"].flatMap {
      reader.object($0, at: "names", known: ["agencies", "platforms"])
    }
    agencies = reader.texts(names?["agencies"], at: "names.agencies")
    platforms = reader.texts(names?["platforms"], at: "names.platforms")
    texts = reader.texts(value["texts"], at: "texts")
    guard reader.problems.isEmpty else {
      throw MessageCatalogueError(problems: reader.problems)
    }
  }
}

extension MessageCatalogue.Message {
  /// All forms of the message.
  var patterns: [MessagePattern] {
    switch self {
    case .plain(let pattern): [pattern]
    case .counted(let forms): forms.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// The places of all forms.
  var places: [String] { Set(patterns.flatMap(\.places)).sorted() }
}
