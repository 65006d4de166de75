import CLibSQLite3
import Testing

/// Reads the bytes of a database with SQLite itself.
@safe final class Reader {
  private var handle: OpaquePointer?

  init(_ bytes: [UInt8]) throws {
    let opened = unsafe sqlite3_open(":memory:", &handle)
    try #require(opened == SQLITE_OK)
    let copy = unsafe sqlite3_malloc64(UInt64(bytes.count))
    unsafe copy?.copyMemory(from: bytes, byteCount: bytes.count)
    let loaded = unsafe sqlite3_deserialize(
      handle, "main", copy?.assumingMemoryBound(to: UInt8.self), Int64(bytes.count),
      Int64(bytes.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY))
    try #require(loaded == SQLITE_OK)
  }

  deinit {
    unsafe sqlite3_close(handle)
  }

  /// The rows of a question, as texts; nil for NULL.
  func rows(_ sql: String) -> [[String?]] {
    var statement: OpaquePointer?
    let prepared = unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    defer { unsafe sqlite3_finalize(statement) }
    guard prepared == SQLITE_OK else {
      Issue.record("SQLite refuses: \(sql)")
      return []
    }
    var rows: [[String?]] = []
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      let count = unsafe sqlite3_column_count(statement)
      rows.append(
        (0..<count).map { place in
          unsafe sqlite3_column_text(statement, place).map { unsafe String(cString: $0) }
        })
    }
    return rows
  }
}
