import ReleaseModel

extension DataTable {
  /// What was said in public, checked: one check a row.
  static func claims(_ rows: [ClaimRow], names: DisplayNames) -> DataTable {
    DataTable(
      name: "claims", title: "Checks of what was said in public", key: ["check"], rows: rows,
      columns: verdictColumns(names) + rangeColumns)
  }

  private static func verdictColumns(_ names: DisplayNames) -> [ColumnDefinition<ClaimRow>] {
    [
      .init("check", "The number of the check, also in claim-figures.", .integer) {
        String($0.check)
      },
      .init(
        "kind",
        "'together': statements against each other; 'stated-change': a change against its two "
          + "figures; 'records': a figure against the records; 'not-read': a statement left out."
      ) { $0.kind.rawValue },
      .init(
        "verdict",
        "'cannot hold' or 'not all found'; 'agrees', 'can agree' for some values, 'cannot agree'; "
          + "'not covered' or 'no records'; 'not read'. It says what cannot hold together, not which "
          + "statement is wrong.", missing: "hidden"
      ) { $0.verdict },
      .init(
        "status", "'c': what the records count is hidden, as the methodology says.",
        missing: "nothing is hidden"
      ) { $0.status },
      .init(
        "reading",
        "'units as stated': a narrower unit is part of a wider one; 'one unit': they mean the same.",
        missing: "does not apply"
      ) { $0.reading },
      .init("agency", "The id of the agency spoken of.", missing: "see claim-figures") {
        $0.agency
      },
      .init("agency_name", "Its name.", missing: "see claim-figures") { names.agency($0.agency) },
      .init("measure", "What was counted, in the register's word.", missing: "see claim-figures") {
        $0.measure
      },
      .init("counts", "The units that are counted.", missing: "see claim-figures") { $0.counts },
    ]
  }

  private static var rangeColumns: [ColumnDefinition<ClaimRow>] {
    let ends = "as in counts"
    return [
      .init("change_said", "The change in the words that were used.", missing: "does not apply") {
        $0.changeSaid
      },
      .init(
        "figures_allow", "The range of change that the words of both figures allow.",
        missing: "does not apply, or not read"
      ) { $0.figuresAllow },
      .init(
        "words_allow", "The range that the words of the change allow.",
        missing: "does not apply, or not read"
      ) { $0.wordsAllow },
      .init(
        "at_least",
        "Of statements together the sum of the least that the ones mean; of a figure against the "
          + "records the least that its words allow.", .integer, unit: ends,
        missing: "does not apply"
      ) { number($0.atLeast) },
      .init(
        "at_most",
        "Of statements together the sum of the most that the others mean; of a figure against the "
          + "records the most that its words allow.", .integer, unit: ends,
        missing: "does not apply, or no end"
      ) { number($0.atMost) },
      .init(
        "short_by", "By how much the second sum falls short of the first.", .integer, unit: ends,
        missing: "does not apply"
      ) { number($0.shortBy) },
      .init(
        "records", "What the records count for the days of the figure.", .integer, unit: ends,
        missing: "does not apply, no records, or hidden"
      ) { number($0.records) },
      .init("arithmetic", "The reckoning, its steps parted by semicolons.", missing: "none") {
        $0.arithmetic
      },
      .init("note", "What else has to be known of the check.", missing: "nothing") { $0.note },
    ]
  }

  private static func number(_ value: Int?) -> String { value.map(String.init) ?? "" }
}
