import ReleaseModel
import TakedownModel

/// The page that says how the figures came about, in plain words.
struct Methodology {
  let settings: PublicationSettings
  let names: DisplayNames
  let coverage: [CoverageRow]
  let sources: [AccountingRow]
  let reasons: [NotCountedRow]
  /// Whether what others have counted stands in a table of the release.
  let showsSupplied: Bool

  var document: Document {
    let sections = [
      counted, periods, logs, accounting, rounding, smallCounts, published, legend, limits,
    ]
    return Document(
      name: "methodology", title: "\(settings.title): methodology", notice: settings.notice,
      blocks: sections.flatMap(\.self))
  }

  private var counted: [DocumentBlock] {
    [
      .section("What is counted"),
      .words(list: [
        "A **takedown** is a record that a platform removed, suspended, disabled or closed "
          + "something that an agency had acted on. Duplicates are dropped first.",
        "An **account** is a distinct account, page, group or channel on one platform with at "
          + "least one takedown in the period. In one period it counts once, however often it was "
          + "taken down and by however many agencies. Removed posts and adverts are takedowns, but "
          + "leave their account standing.",
        "A **referral** is a record of something put to a platform, whether it was then taken "
          + "down, refused, or has no answer yet.",
        "A referral is **refused** when the platform declined.",
        "A **reinstatement** is a record that something was given back after a takedown. It is "
          + "shown beside the takedowns and never subtracted from them. An account counts as "
          + "**reinstated** when its latest action in the period gave it back; of the actions of one "
          + "day, that is taken for the last. It counts as **taken down again** when it was taken "
          + "down on a later day than one on which it had been given back.",
        "What was **restricted** (limited, or hidden in some countries) still stands. It counts in the "
          + "time to action and in no other figure.",
        "The **removal rate** is takedowns divided by takedowns and refused referrals. Referrals that "
          + "are pending or have no answer are left out and shown beside it.",
        "The **time to action** runs from referral to action, for records that say both. The 90th "
          + "percentile is the shortest time that at least nine in ten of them did not exceed.",
        "A **duplicate** is a record with the agency, platform, account, unit, action and day of "
          + "an earlier one. It counts once. A record without an account is never a duplicate.",
      ]),
      .words("All counts are exact; no estimate is shown as a count."),
    ]
  }

  private var periods: [DocumentBlock] {
    let toDate = settings.period(of: .toDate)
    let start = toDate.start.components
    return [
      .section("Periods and comparisons"),
      .paragraph(
        """
        Days are calendar days in the time zone \(settings.reportingZone). A reporting year starts \
        on \(start.day) \(words: CalendarDate.monthNames[start.month - 1]). The current period runs \
        from \(words: toDate.spoken); first and last days are part of their period.
        """),
      .words(
        "An unfinished period is compared with the same days of the year before (`same-period`), a "
          + "finished one with the whole period before (`full-period`). The change in per cent is "
          + "the change divided by the earlier figure, rounded half away from zero. Where the earlier "
          + "figure is 0 or not available there is no percentage. Where one side has a 29 February, "
          + "the comparison says so."),
      .words(
        "Where agencies or platforms have records on one side only, a second row marked `matched` "
          + "compares what both sides have."),
    ]
  }

  private var logs: [DocumentBlock] {
    let described = settings.sources.map {
      [$0.id, names.agency($0.agency), $0.format, $0.note]
    }
    let covered = coverage.map {
      [
        names.agency($0.agency), $0.records.map(NumberText.grouped) ?? "[c]",
        $0.takedowns.map(NumberText.grouped) ?? "[c]",
        $0.firstDay?.spoken ?? "[x]", $0.lastDay?.spoken ?? "[x]",
      ]
    }
    return [
      .section("Sources and coverage"),
      .table(DocumentTable(["Source", "Agency", "Format", "Note"], described)),
      .table(
        DocumentTable(
          ["Agency", "Records", "Takedowns", "First day", "Last day"], covered, numbers: [1, 2])),
    ]
  }

  private var suppliedPlace: String {
    showsSupplied
      ? "They stand in supplied-counts, apart."
      : "They are not published: some are smaller than what may be shown, and totals that others "
        + "have made cannot be protected."
  }

  private var accounting: [DocumentBlock] {
    let hasSupplied = sources.contains { $0.supplied != 0 }
    let columns: [(title: String, number: KeyPath<AccountingRow, Int?>)] =
      [("Rows read", \.rows), ("Rejected", \.rejects)]
      + (hasSupplied ? [("Supplied counts", \.supplied)] : [])
      + [
        ("Records", \.records), ("Counted", \.counted), ("Duplicates", \.duplicates),
        ("Not counted", \.notCounted),
      ]
    let rows = sources.map { row in
      [row.source == AccountingRow.all ? "All" : row.source]
        + columns.map { row[keyPath: $0.number].map(NumberText.grouped) ?? "[c]" }
    }
    let table = DocumentTable(
      ["Source"] + columns.map(\.title), rows, numbers: Set(1...columns.count))
    let why = reasons.map { [$0.reason, NumberText.grouped($0.records)] }
    return [
      .section("What became of every row"),
      .words(
        "Rows read = rejected + \(hasSupplied ? "supplied counts + " : "")records, and records = counted "
          + "+ duplicates + not counted. No release is made unless both hold for every source."
          + (hasSupplied
            ? " Supplied counts were made by others and cannot be de-duplicated: they are part of no "
              + "other figure. \(suppliedPlace)" : "")),
      .table(table),
    ]
      + (why.isEmpty
        ? []
        : [
          .table(DocumentTable(["Why records were not counted", "Records"], why, numbers: [1]))
        ])
  }
}
