/// What is done to the rows of a source before its columns are read from them, as it is declared.
///
/// In this order: rows that name the columns of those below are taken out, cells that mean the one above are filled, wide rows become several, columns are
/// derived from the text of others, and rows that do not fit the conditions are left out.
package struct RowShape: Hashable, Sendable {
  /// Columns that are made from the text of others.
  package struct Derivation: Hashable, Sendable {
    /// A column and the text that it has where the pattern is found.
    package struct Column: Hashable, Sendable {
      package let name: String
      /// In a declared text, `{name}` stands for another derived column.
      package let text: String
      /// Whether the text was declared, rather than found.
      let isText: Bool

      package init(name: String, text: String) {
        self.init(name: name, text: text, isText: true)
      }

      init(name: String, text: String, isText: Bool) {
        self.name = name
        self.text = text
        self.isText = isText
      }
    }

    /// Where the text is; the first place that is not empty counts.
    package let places: [String]
    /// A regular expression; each named group that takes part is a column of its name.
    package let pattern: String
    package let texts: [Column]

    package init(places: [String], pattern: String, texts: [Column]) {
      self.places = places
      self.pattern = pattern
      self.texts = texts
    }
  }

  /// A row is kept where the text at the place is one of the patterns.
  package struct Condition: Hashable, Sendable {
    package let place: String
    package let patterns: [String]

    package init(place: String, patterns: [String]) {
      self.place = place
      self.patterns = patterns
    }
  }

  /// Whether places are JSON pointers rather than names of columns.
  package let isJSON: Bool
  /// Texts, with `*` and `?`, of the first cell of a row that names the columns of those below it.
  package let headerRows: [String]
  package let filledDown: [String]
  /// Names of columns, with `*` and `?`, that each make a row.
  package let pivot: [String]
  package let derivations: [Derivation]
  package let conditions: [Condition]
  /// Texts that mean that nothing is known.
  package let missing: [String]

  package init(
    isJSON: Bool, headerRows: [String] = [], filledDown: [String] = [], pivot: [String] = [],
    derivations: [Derivation] = [], conditions: [Condition] = [], missing: [String] = []
  ) {
    self.isJSON = isJSON
    self.headerRows = headerRows
    self.filledDown = filledDown
    self.pivot = pivot
    self.derivations = derivations
    self.conditions = conditions
    self.missing = missing
  }

  /// Whether nothing is done to the rows.
  package var isEmpty: Bool {
    headerRows.isEmpty && filledDown.isEmpty && pivot.isEmpty && derivations.isEmpty
      && conditions.isEmpty && missing.isEmpty
  }

  /// What is wrong with the declaration, by the key that has it in the pipeline file.
  package func problems(places: [(key: String, place: String)]) -> [(key: String, reason: String)] {
    var problems: [(key: String, reason: String)] = []
    var derived: Set<String> = ["file"]
    if !headerRows.isEmpty { derived.insert("heading") }
    if !pivot.isEmpty { derived.formUnion(["column", "cell"]) }
    for (number, derivation) in derivations.enumerated() {
      do {
        let columns = try DerivedColumns(derivation)
        derived.formUnion(columns.names)
        for name in columns.named where !derived.contains(name) {
          problems.append(
            (
              "derive[\(number)].set",
              "found '{\(name)}', which no earlier part of derive gives; there is "
                + derived.sorted().joined(separator: ", ")
            ))
        }
      } catch {
        problems.append(("derive[\(number)].pattern", error.description))
      }
    }
    let all =
      places + filledDown.map { ("fill_down", $0) } + conditions.map { ("where", $0.place) }
      + derivations.enumerated().flatMap { number, derivation in
        derivation.places.map { ("derive[\(number)].from", $0) }
      }
    for (key, place) in all {
      do {
        let parsed = try RowPlace(place, isJSON: isJSON)
        if case .derived(let name) = parsed, !derived.contains(name) {
          problems.append(
            (
              key,
              "found '{\(name)}', which nothing in derive gives; there "
                + "\(derived.count == 1 ? "is" : "are") \(derived.sorted().joined(separator: ", "))"
            ))
        }
      } catch {
        problems.append((key, error.description))
      }
    }
    return problems
  }
}
