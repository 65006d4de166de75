/// Names for sheets, each once, that need no quotes in any spreadsheet program.
struct SheetNames {
  static let longest = 30

  private var taken: Set<String> = []

  /// `published-figures` as `Published_figures`; with a number behind it where that is taken.
  mutating func name(for name: String) -> String {
    var letters = name.unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "_"
    }
    letters = Array(String(letters.prefix(1)).uppercased()) + letters.dropFirst()
    var base = String(letters)
    if !Self.isSafe(base) { base = "Table_" + base }

    var number = 1
    while true {
      let ending = number == 1 ? "" : "_\(number)"
      let candidate = base.prefix(Self.longest - ending.utf8.count) + ending
      // Sheets that differ in capitals alone are one to a spreadsheet program.
      if taken.insert(candidate.lowercased()).inserted { return String(candidate) }
      number += 1
    }
  }

  /// Whether a name begins with a letter, is no reference to a cell, like `AB12`, `R1C1` or `RC`, and
  /// none that is reserved.
  private static func isSafe(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic,
      name.lowercased() != "history"
    else { return false }
    let letters = name.prefix { $0.isLetter }
    let isCell = letters.count <= 3 && name.dropFirst(letters.count).allSatisfy(\.isNumber)
    let isRowAndColumn =
      name.uppercased().hasPrefix("R") && name.uppercased().dropFirst().contains("C")
      && name.uppercased().allSatisfy { "RC".contains($0) || $0.isNumber }
    return !isCell && !isRowAndColumn
  }
}
