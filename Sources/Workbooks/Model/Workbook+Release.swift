import ReleaseModel
import TakedownModel

extension Workbook {
  /// The workbook of a release: cover, contents, notes, then a sheet for each table in its order.
  ///
  /// - Throws: `WorkbookError` where a table is larger than a sheet.
  init(_ release: ReleaseContents) throws(WorkbookError) {
    var names = SheetNames()
    let cover = names.name(for: "cover")
    let contents = names.name(for: "contents")
    let notes = names.name(for: "notes")
    var tables: [(table: DataTable, sheet: Worksheet)] = []
    for table in release.tables {
      let sheet = try Worksheet(
        table, name: names.name(for: table.name), release: release, contents: contents)
      tables.append((table, sheet))
    }
    title = SheetText.shown(release.title, atMost: 255)
    subject = "Figures up to and including \(release.asOf.spoken)"
    // A release has no other name for who answers for it.
    author = title
    notice = SheetText.shown(release.notice, atMost: 255)
    day = release.asOf
    sheets =
      [
        .cover(cover, of: release, contents: contents, notes: notes),
        .contents(contents, of: tables, release, notes: notes),
        .notes(notes, release, contents: contents),
      ] + tables.map(\.sheet)
  }
}

extension Worksheet {
  fileprivate static func cover(
    _ name: String, of release: ReleaseContents, contents: String, notes: String
  ) -> Worksheet {
    let texts = [
      release.notice,
      "Figures up to and including \(release.asOf.spoken).",
      "Each table stands on a worksheet of its own, under its title, what has to be known of it, and "
        + "one row of headers.",
      "Figures are exact. A figure that is missing is a letter in square brackets, explained above "
        + "its table and in the notes.",
      "Days are written year-month-day, as in 2025-03-31.",
    ]
    return Worksheet(
      name: name,
      lines: [SheetLine(release.title, .title)]
        + texts.filter { !$0.isEmpty }.map { SheetLine($0) }
        + [
          SheetLine("Go to the contents", .link(contents)),
          SheetLine("Go to the notes", .link(notes)),
        ],
      table: nil)
  }

  fileprivate static func contents(
    _ name: String, of tables: [(table: DataTable, sheet: Worksheet)], _ release: ReleaseContents,
    notes: String
  ) -> Worksheet {
    func row(_ sheet: String, _ title: String, _ rows: Int) -> [SheetCell] {
      [
        .link(sheet, to: sheet), SheetCell(title, .text), SheetCell(String(rows), .integer),
      ]
    }
    let rows =
      [row(notes, "Shorthand in the tables", Shorthand.allCases.count)]
      + tables.map { row($0.sheet.name, $0.table.title, $0.table.rows.count) }
    return Worksheet(
      name: name,
      lines: lines(
        "Contents", "This worksheet contains one table. It lists the worksheets that follow.",
        release),
      table: SheetTable(
        name: "Table_of_" + name,
        columns: [
          SheetColumn("Worksheet"), SheetColumn("What it shows"),
          SheetColumn("Number of rows", .integer),
        ], rows: rows))
  }

  fileprivate static func notes(
    _ name: String, _ release: ReleaseContents, contents: String
  ) -> Worksheet {
    Worksheet(
      name: name,
      lines: lines(
        "Notes", "This worksheet contains one table. It explains the shorthand in the tables.",
        release)
        + [SheetLine("Back to the contents", .link(contents))],
      table: SheetTable(
        name: "Table_of_" + name, columns: [SheetColumn("Shorthand"), SheetColumn("Meaning")],
        rows: Shorthand.allCases.map { [.text($0.mark), .text($0.meaning)] }))
  }

  private static func lines(
    _ title: String, _ text: String, _ release: ReleaseContents
  ) -> [SheetLine] {
    [SheetLine(title, .title), SheetLine(text)]
      + (release.notice.isEmpty ? [] : [SheetLine(release.notice)])
  }
}
