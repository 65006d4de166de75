import Bytes
import Tabular
import TestSupport
import Testing

struct CSVWritingTests {
  private static let fields: [Case<String, String>] = [
    Case("empty", "", ""),
    Case("plain", "abc", "abc"),
    Case("a comma", "a,b", "\"a,b\""),
    Case("a quote", "5\"", "\"5\"\"\""),
    Case("only a quote", "\"", "\"\"\"\""),
    Case("LF", "a\nb", "\"a\nb\""),
    Case("CR", "a\r", "\"a\r\""),
    Case("other delimiters and spaces stay bare", " a;b\tc ", " a;b\tc "),
    Case("beyond ASCII", "é, ü", "\"é, ü\""),
  ]

  @Test(arguments: fields)
  func `a field has quotes only where it needs them`(row: Case<String, String>) {
    var bytes: [UInt8] = []
    bytes.append(csvField: row.input)
    #expect(String(decoding: bytes, as: UTF8.self) == row.expected)
  }

  @Test func `a byte that needs quotes is seen wherever it stands`() {
    for length in 1...40 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var field = Array(repeating: UInt8(ascii: "x"), count: length)
          field[place] = byte
          var bytes: [UInt8] = []
          bytes.append(csvField: field.span)
          let needsQuotes = byte == 0x2c || byte == 0x22 || byte == 0x0a || byte == 0x0d
          let expected = length + (needsQuotes ? 2 : 0) + (byte == 0x22 ? 1 : 0)
          if bytes.count != expected { Issue.record("\(byte) at \(place) of \(length)") }
        }
      }
    }
  }

  @Test(arguments: 0..<4)
  func `what is written is read back, the fast way`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "bc", " ", ",", "\"", "\n", "\r", "\r\n", "é", "http://x.example/"]
    for _ in 0..<40 {
      let width = Int.random(in: 1...4, using: &random)
      var rows: [[String]] = []
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        rows.append(
          (0..<width).map { _ in
            let count = Int.random(in: 0...6, using: &random)
            return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
          })
      }
      var bytes: [UInt8] = []
      for row in rows { bytes.append(csvRow: row) }
      let walk = try CSVWalk(bytes, chunkSize: 50)
      let written = rows.map { $0.map { Array($0.utf8) } }
      #expect(walk.records.map(\.fields) == written)
      let isFast = !walk.chunks.contains { !$0.isPlain }
      #expect(isFast)
    }
  }
}
