import Bytes
import Foundation
import Tabular

/// Collections of CSV files by others, where copies lie beside the checkout.
enum CSVFixtures {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../shared/fixtures")

  static func isPresent(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: name).path)
  }

  /// The files of a folder, those of its folders included, with an ending, by their names.
  static func files(_ name: String, _ ending: String = ".csv") -> [URL] {
    let base = folder.appending(path: name)
    let names =
      FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { base.appending(path: $0) }
  }

  static func bytes(_ file: URL) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: file))
  }

  /// All rows of a text; a blank line is a row without fields.
  static func rows(
    _ text: [UInt8], _ dialect: CSVDialect = .standard
  ) -> (rows: [[String]], faulty: Int) {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let grammar = CSVGrammar(dialect, isLenient: true)
    var result: (rows: [[String]], faulty: Int) = ([], 0)
    var fields: [CSVField] = []
    var offset = text.starts(with: mark) ? 3 : 0
    while offset < text.count {
      if grammar.read(text.span, at: &offset, isFinal: true, fields: &fields) != .record {
        result.faulty += 1
      }
      result.rows.append(
        fields.map { field in
          var bytes: [UInt8] = []
          bytes.append(field, of: text.span, dialect: dialect)
          return bytes.span.text
        })
    }
    return result
  }
}
