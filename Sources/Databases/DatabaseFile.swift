package import ReleaseModel
import Tabular

/// `takedowns.sqlite`, and `metadata.json`, by which Datasette shows it.
///
/// The bytes follow from the release and the version of SQLite, which writes its number into the
/// file's header: nothing else is in it that was not put there, in a fixed order.
package struct DatabaseFile: ReleaseFormat {
  package init() {}

  /// - Throws: `DatabaseError`.
  package func files(of release: ReleaseContents) throws(DatabaseError) -> [ReleaseFile] {
    let files = release.tableFiles
    let codes = CodeTable.all(in: files)
    var tables: [DatabaseTable] = []
    var earlier: [DataTable] = []
    for file in files {
      tables.append(
        DatabaseTable(
          file: file, codes: codes, references: file.table.references(among: earlier)))
      // The key of a chart is a place among its bars, which says nothing elsewhere.
      if file.folder == "data" { earlier.append(file.table) }
    }
    let views = DatabaseView.all(for: tables)

    let database = try Connection()
    // What a build of SQLite may have other defaults for.
    try database.run(
      "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE; BEGIN")
    try writeContents(of: release, codes, tables, views, to: database)
    for code in codes { try code.write(to: database) }
    for table in tables { try table.write(to: database) }
    for view in views {
      try database.run("CREATE VIEW \(view.name.quotedName) AS\n\(view.sql)")
    }
    try database.run("COMMIT")
    let metadata = DatasetteMetadata(release: release, codes: codes, tables: tables, views: views)
    return [
      ReleaseFile(path: "takedowns.sqlite", bytes: try database.bytes()),
      ReleaseFile(path: "metadata.json", text: metadata.json.prettyText),
    ]
  }

  /// What the release is, and which tables and views there are.
  private func writeContents(
    of release: ReleaseContents, _ codes: [CodeTable], _ tables: [DatabaseTable],
    _ views: [DatabaseView], to database: Connection
  ) throws(DatabaseError) {
    try database.run(
      """
      CREATE TABLE release (
        name TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT;
      CREATE TABLE contents (
        name TEXT NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        file TEXT
      ) STRICT
      """)
    try database.insert(
      [
        [.text("title"), .text(release.title)], [.text("notice"), .text(release.notice)],
        [.text("as_of"), .text("\(release.asOf)")],
      ], into: "release", columns: 2)
    var rows: [[DatabaseValue]] = codes.map { code in
      [.text(code.name), .text("codes"), .text("\(code.label): ids and names"), .null]
    }
    rows += tables.map { table in
      [
        .text(table.name), .text("table"), .text(table.file.table.title), .text(table.file.path),
      ]
    }
    rows += views.map { view in
      [.text(view.name), .text("view"), .text(view.title), .null]
    }
    try database.insert(rows, into: "contents", columns: 4)
  }
}
