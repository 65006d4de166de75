import Tabular

/// One check of what was said in public.
struct ClaimRow {
  /// What is held against what.
  enum Kind: String {
    /// Statements against each other.
    case together
    /// A change against the two figures that it lies between.
    case statedChange = "stated-change"
    /// A figure against what the records count.
    case records
    /// A statement whose words bound nothing.
    case notRead = "not-read"
  }

  static let columns = [
    "check", "kind", "verdict", "status", "reading", "agency", "measure", "counts", "change_said",
    "figures_allow", "words_allow", "at_least", "at_most", "short_by", "records", "arithmetic",
    "note",
  ]

  /// The number of the check.
  let check: Int
  let kind: Kind
  /// Empty where it is hidden.
  let verdict: String
  /// `c` where what the records count is hidden, else empty.
  let status: String
  /// How units were taken: `units as stated` or `one unit`.
  let reading: String
  let agency: String
  let measure: String
  /// Units in the plural, joined by `+`.
  let counts: String
  let changeSaid: String
  /// The range of change that the two figures allow, in words.
  let figuresAllow: String
  let wordsAllow: String
  /// The sum of the least, or the least that the words of a figure allow.
  let atLeast: Int?
  /// The sum of the most, or the most that the words allow; nil for no end.
  let atMost: Int?
  let shortBy: Int?
  /// What the records count; nil where they do not, or where it is hidden.
  let records: Int?
  /// Steps parted by `; `.
  let arithmetic: String
  let note: String

  /// Whether statements are named that cannot all hold.
  var isContradiction: Bool { kind == .together && shortBy != nil }

  /// The steps of the reckoning, in their order.
  var steps: [String] { arithmetic.split(separator: "; ").map(String.init) }

  /// The ends of a range of change, once where both are the same.
  var ends: [String] { Set(steps).count == 1 ? [steps[0]] : steps }

  /// All rows of a table, in its order.
  ///
  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  static func all(in table: Table) throws(PublicationError) -> [ClaimRow] {
    let reader = try RowReader(table, name: "claims", columns: columns)
    var rows: [ClaimRow] = []
    for row in table.rows.indices { rows.append(try ClaimRow(reader, row)) }
    return rows
  }

  private init(_ reader: RowReader, _ row: Int) throws(PublicationError) {
    let kind = reader.text("kind", row)
    guard let known = Kind(rawValue: kind) else {
      throw .unreadableCell(
        kind, row: row + 1, column: "kind", table: reader.name,
        expected: "'together', 'stated-change', 'records' or 'not-read'")
    }
    self.kind = known
    check = try reader.count("check", row) ?? 0
    verdict = reader.text("verdict", row)
    status = reader.text("status", row)
    reading = reader.text("reading", row)
    agency = reader.text("agency", row)
    measure = reader.text("measure", row)
    counts = reader.text("counts", row)
    changeSaid = reader.text("change_said", row)
    figuresAllow = reader.text("figures_allow", row)
    wordsAllow = reader.text("words_allow", row)
    atLeast = try reader.count("at_least", row)
    atMost = try reader.count("at_most", row)
    shortBy = try reader.count("short_by", row)
    records = try reader.count("records", row)
    arithmetic = reader.text("arithmetic", row)
    note = reader.text("note", row)
  }
}
