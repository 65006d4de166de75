import Bytes

/// What a reader of a database finds in it: the texts and whole numbers of all rows, and the names
/// and statements of its tables, indexes and views.
///
/// The bytes of the file do not tell where one cell ends and the next begins.
package enum DatabaseTexts {
  /// The first bytes of every database file.
  private static let signature = Array("SQLite format 3\0".utf8)

  /// Whether these are the bytes of a database file.
  package static func isDatabase(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: signature)
  }

  /// The cells, one a line.
  ///
  /// - Throws: `DatabaseError.refused` where SQLite cannot read the bytes.
  package static func all(in bytes: [UInt8]) throws(DatabaseError) -> [UInt8] {
    let database = try Connection()
    try database.open(bytes)
    var names: [String] = []
    try database.forEachValue(of: "SELECT name FROM sqlite_schema WHERE type = 'table'") {
      names.append($0.text)
    }
    var texts: [UInt8] = []
    for name in ["sqlite_schema"] + names {
      try database.forEachValue(of: "SELECT * FROM \(name.quotedName)") {
        texts.append($0)
        texts.append(UInt8(ascii: "\n"))
      }
    }
    return texts
  }
}
