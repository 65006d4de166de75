import Bytes
import Tabular
import TestSupport
import Testing

/// Random texts, each read by the fast ways and by the reference, in chunks of every size.
struct CSVDifferentialTests {
  private static let rounds = 25
  private static let chunkSizes = [1, 2, 3, 7, 31, 63, 64, 65, 127, 128, 129, 200, 1 << 20]

  @Test(arguments: 0..<8)
  func `random bytes read as the reference reads them`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let text = Self.noise(Self.length(&random), &random)
      try check(text, readSize: Int.random(in: 1...90, using: &random))
    }
  }

  @Test(arguments: 100..<108)
  func `sound CSV reads as the reference reads it, the fast way`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      let text = Self.sound(Self.length(&random), &random)
      let reference = ReferenceCSV(text)
      #expect(reference.isPlain && reference.error == nil, "\(text)")
      try check(text, readSize: Int.random(in: 1...90, using: &random))
    }
  }

  @Test(arguments: 200..<208)
  func `sound CSV with one byte changed reads as the reference reads it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<Self.rounds {
      var text = Self.sound(Self.length(&random), &random)
      let place = Int.random(in: text.indices, using: &random)
      text[place] = Array("a \",\r\n".utf8).randomElement(using: &random) ?? 0
      try check(text, readSize: .max)
    }
  }

  @Test(arguments: 300..<304)
  func `one scan of any text finds what the reference finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for round in 0..<Self.rounds * 10 {
      let length = Self.length(&random)
      let whole = round % 4 == 0 ? Self.noise(length, &random) : Self.sound(length, &random)
      // Cut anywhere, as a buffer is.
      let text = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
      let scan = DelimitedScan(text.span, quote: 0x22, delimiter: 0x2c)
      let reference = ReferenceCSV(text)
      #expect(scan.isPlain == reference.isPlain, "\(text)")
      guard scan.isPlain else { continue }
      #expect(scan.endsInsideQuotes == (reference.error != nil), "\(text)")
      let isASCII = !text.contains { $0 == 0 || $0 >= 0x80 }
      #expect(scan.isASCII == isASCII, "\(text)")
      #expect(scan.lastRecordEnd == reference.lastRecordEnd, "\(text)")
      #expect(scan.lines == reference.linesToLastRecordEnd, "\(text)")
      #expect(scan.records == reference.recordsToLastRecordEnd, "\(text)")
    }
  }

  private func check(_ text: [UInt8], readSize: Int) throws {
    let reference = ReferenceCSV(text)
    for size in Self.chunkSizes {
      let walk = try CSVWalk(text, chunkSize: size, readSize: readSize)
      #expect(walk.faults.isEmpty, "chunks of \(size) of \(text)")
      #expect(walk.error == reference.error, "chunks of \(size) of \(text)")
      if reference.error == nil {
        #expect(walk.records == reference.records, "chunks of \(size) of \(text)")
        #expect(walk.chunks.flatMap(\.bytes) == text, "chunks of \(size)")
      } else {
        // Records that stand in one chunk with the error may be left out.
        let part = reference.records.prefix(walk.records.count)
        #expect(walk.records == Array(part), "chunks of \(size) of \(text)")
      }
      if reference.isPlain && reference.error == nil {
        let isFast = !walk.chunks.contains { !$0.isPlain }
        #expect(isFast, "chunks of \(size) of \(text)")
      }
    }
  }

  /// Lengths about the block boundaries at least as often as any other.
  private static func length(_ random: inout SeededGenerator) -> Int {
    let ranges = [0...12, 60...70, 120...140, 0...200, 250...400]
    return Int.random(in: ranges.randomElement(using: &random) ?? 0...0, using: &random)
  }

  /// Bytes of the letters that matter, in no order.
  private static func noise(_ length: Int, _ random: inout SeededGenerator) -> [UInt8] {
    let letters = ["a", "b", " ", ",", "\"", "\r", "\n", "é", "\r\n", "\"\""]
    // Some texts without lone carriage returns or with few quotes, else hardly one is plain.
    let few = Int.random(in: 0...3, using: &random)
    var text: [UInt8] = []
    while text.count < length {
      let letter = letters.randomElement(using: &random) ?? "a"
      let isRare = few & 1 != 0 && letter == "\r" || few & 2 != 0 && letter.hasPrefix("\"")
      if isRare && Int.random(in: 0..<20, using: &random) > 0 { continue }
      text.append(letter)
    }
    return text
  }

  /// Sound CSV: quoted where needed and elsewhere at will, LF or CR LF, blank lines, perhaps no end.
  private static func sound(_ length: Int, _ random: inout SeededGenerator) -> [UInt8] {
    var text: [UInt8] = []
    let inside = ["a", "b", " ", "é", ",", "\"\"", "\n", "\r\n", "\r", "\"\"\"\""]
    let bare = ["a", "b", " ", "é", "cc", "dddd"]
    let plainRun = Int.random(in: 0...40, using: &random)
    while text.count < length {
      if Bool.random(using: &random) {
        text.append("\"")
        for _ in 0..<Int.random(in: 0...5, using: &random) {
          text.append(inside.randomElement(using: &random) ?? "")
        }
        text.append("\"")
      } else {
        for _ in 0..<Int.random(in: 0...3 + plainRun, using: &random) {
          text.append(bare.randomElement(using: &random) ?? "")
        }
      }
      switch Int.random(in: 0..<10, using: &random) {
      case 0...5: text.append(",")
      case 6, 7: text.append("\n")
      case 8: text.append("\r\n")
      default: text.append(Bool.random(using: &random) ? "\r\n\r\n" : "\n\n\n")
      }
    }
    if Bool.random(using: &random) { text.append("\"end\"") }
    return text.isEmpty ? [0x61] : text
  }
}
