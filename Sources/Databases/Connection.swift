import CLibSQLite3

/// A database in memory, by SQLite, that becomes the bytes of a file.
@safe final class Connection {
  private let handle: OpaquePointer

  /// - Throws: `DatabaseError.refused` where there is no memory for it.
  init() throws(DatabaseError) {
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      ":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      unsafe sqlite3_close_v2(opened)
      throw .refused(statement: "open", reason: "code \(code)")
    }
    unsafe handle = opened
  }

  /// Calls `body` with each text and whole number of each row that a query gives.
  ///
  /// - Throws: `DatabaseError.refused`.
  func forEachValue(
    of sql: String, _ body: (Span<UInt8>) -> Void
  ) throws(DatabaseError) {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    defer { unsafe sqlite3_finalize(prepared) }
    guard code == SQLITE_OK else { throw refusal(of: sql) }
    let columns = unsafe sqlite3_column_count(prepared)
    var state = unsafe sqlite3_step(prepared)
    while state == SQLITE_ROW {
      for column in 0..<columns {
        let kind = unsafe sqlite3_column_type(prepared, column)
        guard kind == SQLITE_TEXT || kind == SQLITE_INTEGER,
          let text = unsafe sqlite3_column_text(prepared, column)
        else { continue }
        let count = Int(unsafe sqlite3_column_bytes(prepared, column))
        unsafe body(UnsafeBufferPointer(start: text, count: count).span)
      }
      state = unsafe sqlite3_step(prepared)
    }
    guard state == SQLITE_DONE else { throw refusal(of: sql) }
  }

  /// Opens the bytes of a database file, in place of what is there.
  ///
  /// - Throws: `DatabaseError.refused` where they are none, or there is no memory for them.
  func open(_ bytes: [UInt8]) throws(DatabaseError) {
    let count = sqlite3_int64(bytes.count)
    guard let copy = unsafe sqlite3_malloc64(sqlite3_uint64(bytes.count)) else {
      throw .refused(statement: "deserialize", reason: "no memory")
    }
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress {
        unsafe copy.copyMemory(from: start, byteCount: source.count)
      }
    }
    // SQLite frees the copy, also where it refuses it.
    let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY)
    let start = unsafe copy.assumingMemoryBound(to: UInt8.self)
    guard unsafe sqlite3_deserialize(handle, "main", start, count, count, flags) == SQLITE_OK else {
      throw refusal(of: "deserialize")
    }
  }

  deinit {
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs statements that give no rows.
  ///
  /// - Throws: `DatabaseError.refused`.
  func run(_ sql: String) throws(DatabaseError) {
    guard unsafe sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else {
      throw refusal(of: sql)
    }
  }

  /// Adds rows to a table, all of them in the order given.
  ///
  /// - Throws: `DatabaseError.refused`, also where a row has not a value for each column.
  func insert(_ rows: [[DatabaseValue]], into table: String, columns: Int) throws(DatabaseError) {
    let places = repeatElement("?", count: columns).joined(separator: ",")
    let sql = "INSERT INTO \(table.quotedName) VALUES (\(places))"
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    defer { unsafe sqlite3_finalize(prepared) }
    guard code == SQLITE_OK else { throw refusal(of: sql) }
    for row in rows {
      for (index, value) in row.enumerated() {
        let bound = unsafe bind(value, at: Int32(index + 1), of: prepared)
        guard bound == SQLITE_OK else { throw refusal(of: sql) }
      }
      guard unsafe sqlite3_step(prepared) == SQLITE_DONE,
        unsafe sqlite3_reset(prepared) == SQLITE_OK
      else { throw refusal(of: sql) }
    }
  }

  private func bind(
    _ value: DatabaseValue, at place: Int32, of statement: OpaquePointer?
  ) -> Int32 {
    switch value {
    case .null: unsafe sqlite3_bind_null(statement, place)
    case .integer(let number): unsafe sqlite3_bind_int64(statement, place, number)
    case .real(let number): unsafe sqlite3_bind_double(statement, place, number)
    case .text(let text):
      unsafe takedowns_bind_text(statement, place, text, Int32(clamping: text.utf8.count))
    }
  }

  /// The database as the bytes of its file.
  ///
  /// - Throws: `DatabaseError.refused` where there is no memory for them.
  func bytes() throws(DatabaseError) -> [UInt8] {
    var count: sqlite3_int64 = 0
    guard let start = unsafe sqlite3_serialize(handle, "main", &count, 0) else {
      throw refusal(of: "serialize")
    }
    defer { unsafe sqlite3_free(start) }
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  private func refusal(of sql: String) -> DatabaseError {
    let reason = unsafe sqlite3_errmsg(handle).map { unsafe String(cString: $0) } ?? "no reason"
    return .refused(statement: String(sql.prefix(200)), reason: reason)
  }
}

extension String {
  /// The text as the name of a table or a column in SQL.
  var quotedName: String {
    "\"" + replacing("\"", with: "\"\"") + "\""
  }

  /// The text as a text in SQL.
  var quotedText: String {
    "'" + replacing("'", with: "''") + "'"
  }
}
