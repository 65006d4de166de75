package import Tabular

/// What the comparison with a partner's export came to.
package struct ExchangeReport: Sendable {
  /// Accounts by platform and reporting year, on our side, on theirs, on both, and jointly.
  package let table: Table
  /// Rows of the partner's file: read = records + rejects.
  package let records: Int
  package let rejects: Int
  /// What a person should know besides, a line each: rejects, and what is odd.
  package let notes: [String]

  init(_ tally: ExchangeTally, _ partner: PartnerFile, path: String, ownAgencies: [String]) {
    table = tally.table
    records = partner.records
    rejects = partner.rejectCount
    var notes = partner.rejects.map { "\(path):\($0.line): \($0.reason)" }
    if partner.rejectCount > partner.rejects.count {
      notes.append("\(path): \(partner.rejectCount - partner.rejects.count) further rejects")
    }
    if partner.records == 0 { notes.append("\(path): the file holds no takedown") }
    let both = partner.agencies.filter { ownAgencies.contains($0) }
    if !both.isEmpty {
      notes.append(
        "\(path): it holds takedowns of \(both.joined(separator: ", ")), as the last run does; "
          + "expected other agencies")
    }
    self.notes = notes
  }

  /// The sums in words.
  package var summary: String {
    "read \(records + rejects): records \(records), rejects \(rejects)"
  }
}
