import Bytes
import Foundation
import SampleLogs
import Testing

struct SampleLogsTests {
  /// Made once: every test but the first only reads it.
  private static let sample = SampleLogs(seed: 2025).files()

  @Test
  func `the same seed gives the same bytes and another seed gives others`() {
    let files = Self.sample
    #expect(files == SampleLogs(seed: 2025).files())

    let others = SampleLogs(seed: 7).files()
    #expect(others.map(\.path) == files.map(\.path))
    for (file, other) in zip(files, others) { #expect(file.bytes != other.bytes) }
  }

  @Test
  func `the logs in the inputs folder are those of seed 2025`() throws {
    let inputs = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "inputs")
    for file in Self.sample {
      let stored = try Data(contentsOf: inputs.appending(path: file.path))
      #expect(stored == Data(file.bytes), "\(file.path)")
    }
  }

  @Test
  func `every agency has its files from July 2023 to March 2025`() {
    let paths = Self.sample.map(\.path)
    let counts = Dictionary(grouping: paths) { $0.prefix { $0 != "/" } }.mapValues(\.count)
    #expect(
      counts == [
        "uk-nca": 7, "us-hsi": 21, "al-asp": 7, "se-police": 7, "tn-mi": 7, "vn-mps": 7,
      ])
    #expect(Set(paths).count == paths.count)
    #expect(paths.contains("us-hsi/2023-07.ndjson"))
    #expect(paths.contains("uk-nca/takedowns-2025-q1.csv"))
  }

  @Test
  func `all files are UTF-8 and together below eight megabytes`() {
    let files = Self.sample
    for file in files { #expect(file.bytes.span.firstInvalidUTF8 == nil, "\(file.path)") }
    #expect(files.map(\.bytes.count).reduce(0, +) < 8_000_000)
  }

  @Test
  func `the British log is CSV with CR LF and few ragged rows`() {
    let rows = Self.files("uk-nca").flatMap { Self.csvRows($0.bytes, delimiter: ",") }
    let ragged = rows.filter { $0.count != 9 }
    #expect(rows.count > 35_000)
    #expect(ragged.count == 16)
    #expect(rows.contains { $0.last?.contains("\n") == true })
    #expect(Self.files("uk-nca").allSatisfy { $0.bytes.suffix(2) == [0x0d, 0x0a] })
  }

  @Test
  func `the Swedish log has a byte order mark and semicolons`() {
    let files = Self.files("se-police")
    #expect(files.allSatisfy { $0.bytes.prefix(3) == [0xef, 0xbb, 0xbf] })
    let rows = files.flatMap { Self.csvRows($0.bytes, delimiter: ";") }
    #expect(rows.count > 1200)
    #expect((1...40).contains(rows.count { $0.count != 9 }))
  }

  @Test
  func `a few lines of the American log break off and the others are objects`() {
    let lines = Self.files("us-hsi").flatMap { $0.bytes.split(separator: 0x0a) }
    let broken = lines.filter { (try? JSONSerialization.jsonObject(with: Data($0))) == nil }
    #expect(lines.count == 2600)
    #expect((1...40).contains(broken.count))
  }

  @Test
  func `the Vietnamese log is JSON with its records two levels down`() throws {
    var count = 0
    for file in Self.files("vn-mps") {
      let whole = try JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
      let report = try #require(whole?["báo_cáo"] as? [String: Any])
      count += try #require(report["bản_ghi"] as? [Any]).count
    }
    #expect(count == 1400)
  }

  @Test(arguments: [("al-asp", "heqje", 1500), ("tn-mi", "signalement", 1200)])
  func `the elements of an XML log are closed`(folder: String, record: String, count: Int) {
    var records = 0
    for file in Self.files(folder) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(Self.unclosedElements(text) == [], "\(file.path)")
      records += text.ranges(of: "</\(record)>").count
    }
    #expect(records == count)
  }

  @Test(arguments: BulkFormat.allCases)
  func `a bulk log has as many rows as were asked for`(format: BulkFormat) {
    let bytes = Self.bulk(seed: 3, count: 20_000, format)
    let rows =
      switch format {
      case .csv: Self.csvRows(bytes, delimiter: ",").filter { $0.count == 8 }.count - 1
      case .ndjson:
        bytes.split(separator: 0x0a)
          .count { (try? JSONSerialization.jsonObject(with: Data($0))) is [String: String] }
      case .xml: String(decoding: bytes, as: UTF8.self).ranges(of: "</row>").count
      }
    #expect(rows == 20_000)
    #expect(bytes == Self.bulk(seed: 3, count: 20_000, format))
    #expect(bytes != Self.bulk(seed: 4, count: 20_000, format))
  }

  @Test
  func `a bulk log of XML is closed also without rows`() {
    let text = String(decoding: Self.bulk(seed: 3, count: 2000, .xml), as: UTF8.self)
    #expect(Self.unclosedElements(text) == [])
    #expect(text.hasSuffix("</row>\n</log>\n"))
    #expect(
      Self.bulk(seed: 3, count: 0, .xml)
        == Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log>\n</log>\n".utf8))
    #expect(Self.bulk(seed: 3, count: 0, .ndjson).isEmpty)
  }

  @Test
  func `a bulk log names every platform and quotes about two notes in a hundred`() {
    let rows = Self.csvRows(Self.bulk(seed: 3, count: 20_000, .csv), delimiter: ",").dropFirst()
    let platforms = Set(rows.map { $0[1].lowercased() })
    #expect(
      platforms.isSuperset(of: [
        "facebook", "instagram", "tiktok", "x", "youtube", "telegram", "whatsapp", "snapchat",
      ]))
    let quoted = rows.count { $0[7].contains("\n") }
    #expect((200...600).contains(quoted))
    let bytesPerRow = Self.bulk(seed: 3, count: 20_000, .csv).count / 20_000
    #expect((155...175).contains(bytesPerRow))
  }

  @Test
  func `an error of the writer ends a bulk log`() {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try SampleLogs(seed: 1).rows(count: 10, format: .csv) { _ in throw Full() }
    }
  }

  // MARK: - Readers that share no code with the product

  private static func files(_ folder: String) -> [SampleFile] {
    sample.filter { $0.path.hasPrefix("\(folder)/") }
  }

  private static func bulk(seed: UInt64, count: Int, _ format: BulkFormat) -> [UInt8] {
    var bytes: [UInt8] = []
    SampleLogs(seed: seed).rows(count: count, format: format) { bytes.append($0) }
    return bytes
  }

  private static func csvRows(_ bytes: [UInt8], delimiter: Character) -> [[String]] {
    let mark = delimiter.asciiValue
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        // A doubled quote leaves the field and enters it again: only their parity matters here.
        isQuoted.toggle()
      } else if !isQuoted, byte == mark || byte == 0x0a {
        row.append(String(decoding: field, as: UTF8.self))
        field = []
        if byte == 0x0a {
          rows.append(row)
          row = []
        }
      } else if isQuoted || byte != 0x0d {
        field.append(byte)
      }
    }
    return rows
  }

  /// Names of elements that are open at the end or closed out of turn.
  private static func unclosedElements(_ text: String) -> [String] {
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      rest = rest[start...]
      let isCharacterData = rest.hasPrefix("<![CDATA[")
      guard let end = rest.firstRange(of: isCharacterData ? "]]>" : ">") else { return ["<"] }
      let tag = rest[..<end.lowerBound].dropFirst()
      rest = rest[end.upperBound...]
      if tag.hasPrefix("!") || tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == String(tag.dropFirst()) else { return open + [String(tag)] }
      } else {
        open.append(String(tag.prefix { $0 != " " }))
      }
    }
    return open
  }
}
