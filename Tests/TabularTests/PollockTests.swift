import Bytes
import Foundation
import Tabular
import Testing

/// The polluted files of Pollock, each loaded with what is found in it and nothing declared.
struct PollockTests {
  /// How often the authors met each kind in the wild; kinds of rows share theirs among their files.
  private static let weights: [String: Double] = [
    "source": 1, "file_no_payload": 15, "file_no_trailing_newline": 184,
    "file_double_trailing_newline": 5, "file_no_header": 470, "file_header_multirow_2": 47,
    "file_header_multirow_3": 47, "file_preamble": 282, "file_multitable_same": 62.666666666666664,
    "file_multitable_more": 62.666666666666664, "file_multitable_less": 62.666666666666664,
    "file_header_only": 3, "file_one_data_row": 4, "file_record_delimiter_0xD": 7,
    "file_record_delimiter_0xA": 1691, "file_field_delimiter_0x9": 4,
    "file_field_delimiter_0x3B": 834, "file_field_delimiter_0x20": 4,
    "file_field_delimiter_0x2C_0x20": 101, "file_quotation_char_0x27": 11,
    "file_escape_char_0x5C": 1, "file_escape_char_0x00": 7,
  ]

  private static func weight(_ name: String) -> Double {
    if let weight = weights[name] { return weight }
    if name.contains("_sep_") { return 0.36775106082036774 }
    return 0.009259259259259259
  }

  /// What ingestion keeps of a file: the header and the rows that are records.
  private static func load(_ text: [UInt8]) throws -> [[String]] {
    let found = CSVDetection(text.span)
    let rest = Array(text[found.headerOffset...])
    var rows = CSVFixtures.rows(rest, found.dialect).rows.filter { !$0.isEmpty }
    guard let header = rows.first else { return [] }
    rows = rows.filter { row in
      row.count >= header.count && row.dropFirst(header.count).allSatisfy(\.isEmpty)
        && !row.allSatisfy(\.isEmpty)
    }
    return [header]
      + rows.dropFirst().filter { $0 != header }.map { Array($0.prefix(header.count)) }
  }

  @Test(.enabled(if: CSVFixtures.isPresent("pollock"), "pollock is not at hand"))
  func `the score is above that of the best system in the published table`() throws {
    let folder = CSVFixtures.folder.appending(path: "pollock/polluted")
    var simple = 0.0
    var weighted = 0.0
    var weights = 0.0
    var report = ""
    let files = CSVFixtures.files("pollock/polluted/csv")
    for file in files {
      let name = file.lastPathComponent
      let settings = try CSVFixtures.bytes(
        folder.appending(path: "parameters/\(name)_parameters.json"))
      let parameters = try JSONValue(parsing: settings.span)
      let clean = CSVFixtures.rows(
        try CSVFixtures.bytes(folder.appending(path: "clean/\(name)"))
      ).rows.filter { !$0.isEmpty }
      let score = PollockScore(
        clean: clean, headerRows: min(1, parameters["header_lines"]?.integer ?? 1),
        loaded: try Self.load(try CSVFixtures.bytes(file)))
      let weight = Self.weight(file.deletingPathExtension().lastPathComponent)
      simple += score.sum
      weighted += score.sum * weight
      weights += weight
      if score.sum < 9.9 {
        report +=
          "\(name) \(score.sum): header \(score.header.f1), record \(score.record.f1), "
          + "cell \(score.cell.f1)\n"
      }
    }
    simple /= Double(files.count)
    weighted /= weights
    print("pollock: simple \(simple), weighted \(weighted) of \(files.count) files\n\(report)")
    #expect(simple > 9.5)
    #expect(weighted > 9.5)
  }
}
