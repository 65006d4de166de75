import CLibSQLite3
import ReleaseModel
import TestSupport
import Testing

@testable import Databases

struct DatabaseFileTests {
  private func database(_ release: ReleaseContents) throws -> [UInt8] {
    let files = try DatabaseFile().files(of: release)
    #expect(files.map(\.path) == ["takedowns.sqlite", "metadata.json"])
    return files[0].bytes
  }

  @Test func `the same release gives the same bytes`() throws {
    let first = try database(ReleaseExample.release())
    #expect(first.starts(with: "SQLite format 3\0".utf8))
    #expect(try database(ReleaseExample.release()) == first)
  }

  @Test func `empty cells are NULL, numbers are numbers, and markup is text`() throws {
    let reader = try Reader(try database(ReleaseExample.release()))
    #expect(
      reader.rows("SELECT agency, value, typeof(value), rate, typeof(rate) FROM figures") == [
        ["uk-nca", "18000", "integer", "12.5", "real"], ["a b", nil, "null", nil, "null"],
        ["a+b", "7", "integer", nil, "null"], ["x", "5", "integer", "0.1", "real"],
      ])
    #expect(
      reader.rows("SELECT * FROM agencies") == [
        ["a b", "=A"], ["a+b", "B"], ["uk-nca", "NCA"], ["x", "</script>"],
      ])
  }

  @Test func `tables are strict and whole, and their keys hold`() throws {
    let reader = try Reader(try database(ReleaseExample.release()))
    #expect(reader.rows("PRAGMA integrity_check") == [["ok"]])
    #expect(reader.rows("PRAGMA foreign_key_check").isEmpty)
    #expect(
      reader.rows(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
          + "AND NOT strict AND name NOT LIKE 'sqlite_%'"
      ).isEmpty)
    #expect(
      reader.rows("SELECT DISTINCT \"table\" FROM pragma_foreign_key_list('part') ORDER BY 1") == [
        ["agencies"], ["figures"],
      ])
    #expect(
      reader.rows("SELECT name FROM contents ORDER BY rowid") == [
        ["agencies"], ["figures"], ["part"],
      ])
  }

  @Test func `a key that does not hold is not declared`() throws {
    let row = ReleaseExample.rows[0]
    let release = ReleaseExample.release([ReleaseExample.table(rows: [row, row])])
    let reader = try Reader(try database(release))
    #expect(reader.rows("SELECT count(*) FROM figures") == [["2"]])
    #expect(reader.rows("SELECT name FROM pragma_table_info('figures') WHERE pk > 0").isEmpty)
  }

  @Test func `an id with two names has no table of codes`() throws {
    var other = ReleaseExample.rows[0]
    other[2] = "Another name"
    other[3] = "2023"
    let release = ReleaseExample.release([
      ReleaseExample.table(rows: [ReleaseExample.rows[0], other])
    ])
    let reader = try Reader(try database(release))
    #expect(reader.rows("SELECT name FROM contents") == [["figures"]])
  }

  @Test func `a cell that is no number stops the format with its place`() {
    var row = ReleaseExample.rows[0]
    row[6] = "many"
    let release = ReleaseExample.release([ReleaseExample.table(rows: [row])])
    #expect(
      throws: DatabaseError.unreadableCell("many", table: "figures", row: 1, column: "value")
    ) { try DatabaseFile().files(of: release) }
  }
}
