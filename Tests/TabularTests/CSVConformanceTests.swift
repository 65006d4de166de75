import Bytes
import Foundation
import Tabular
import TestSupport
import Testing

/// Collections of CSV files with what should be read from them.
struct CSVConformanceTests {
  /// The rows that an array of arrays or of objects says; the keys of the first object come first.
  private static func expected(_ file: URL) throws -> [[String]] {
    let answer = try CSVFixtures.bytes(file)
    let rows = try JSONValue(parsing: answer.span).elements
    var result: [[String]] = []
    for row in rows {
      if case .object(let members) = row {
        if result.isEmpty { result.append(members.map(\.key)) }
        result.append(members.map { $0.value.string ?? "?" })
      } else {
        result.append(row.elements.map { $0.string ?? "?" })
      }
    }
    return result
  }

  @Test(.enabled(if: CSVFixtures.isPresent("csv-spectrum"), "csv-spectrum is not at hand"))
  func `all files of csv-spectrum are read as they should be`() throws {
    let files = CSVFixtures.files("csv-spectrum/csvs")
    #expect(files.count >= 11)
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let answer = CSVFixtures.folder.appending(path: "csv-spectrum/json/\(name).json")
      var text = try CSVFixtures.bytes(file)
      if name.hasSuffix("_crlf"), !text.contains(0x0d) {
        // A checkout may have changed the line ends that the name promises.
        text = text.flatMap { $0 == 0x0a ? [0x0d, 0x0a] : [$0] }
      }
      let (rows, faulty) = CSVFixtures.rows(text)
      #expect(rows == (try Self.expected(answer)), "\(name)")
      #expect(faulty == 0)
      let walk = try CSVWalk(text, chunkSize: 7)
      #expect(walk.texts == rows, "\(name)")
      #expect(walk.faults.isEmpty)
    }
  }

  @Test(.enabled(if: CSVFixtures.isPresent("csv-test-data"), "csv-test-data is not at hand"))
  func `all valid files of csv-test-data are read as they should be`() throws {
    let files = CSVFixtures.files("csv-test-data/csv")
      .filter { !$0.lastPathComponent.hasPrefix("bad-") }
    #expect(files.count == 18)
    for file in files {
      let name = file.deletingPathExtension().lastPathComponent
      let answer = CSVFixtures.folder.appending(path: "csv-test-data/json/\(name).json")
      let text = try CSVFixtures.bytes(file)
      var (rows, faulty) = CSVFixtures.rows(text)
      #expect(faulty == 0)
      // A blank line and a row of one empty field are the same text: the answers mean the field.
      rows = rows.map { $0.isEmpty ? [""] : $0 }
      // With a header the answers name its fields, and none where there is no row.
      var expected = try Self.expected(answer)
      if name == "header-no-rows" { expected = [["foo", "bar", "baz"]] }
      #expect(rows == expected, "\(name)")
    }
  }

  @Test(.enabled(if: CSVFixtures.isPresent("csv-test-data"), "csv-test-data is not at hand"))
  func `quotes that are wrong are seen in csv-test-data`() throws {
    for (name, faulty) in [
      ("bad-missing-quote", 1), ("bad-quotes-with-unescaped-quote", 1), ("bad-unescaped-quote", 0),
    ] {
      let file = CSVFixtures.folder.appending(path: "csv-test-data/csv/\(name).csv")
      #expect(CSVFixtures.rows(try CSVFixtures.bytes(file)).faulty == faulty, "\(name)")
    }
  }

  @Test(arguments: ["univocity", "tabulator", "csvw-tests", "pollock/polluted/csv"])
  func `any file is read to its end, whatever it holds`(collection: String) throws {
    guard CSVFixtures.isPresent(collection) else { return }
    let files = CSVFixtures.files(collection)
    #expect(!files.isEmpty)
    for file in files {
      let text = try CSVFixtures.bytes(file)
      let detection = CSVDetection(text.span)
      var counts: [[Int]] = []
      for size in [1 << 20, 61] {
        var chunker = CSVChunker(
          ArraySource(text), dialect: detection.dialect, chunkSize: size, isLenient: true)
        var fields: [Int] = []
        while let chunk = try chunker.next() {
          var cursor = CSVCursor(chunk, dialect: detection.dialect)
          while cursor.next(chunk.bytes.span) { fields.append(cursor.fields.count) }
        }
        counts.append(fields)
      }
      #expect(counts[0] == counts[1], "\(file.lastPathComponent)")
    }
  }
}
