import Bytes

/// The dialects that a text may be written in, the likelier first where nothing else tells.
struct CSVCandidates {
  /// Every dialect to be tried; never empty.
  let dialects: [CSVDialect]
  /// The delimiters among them.
  let delimiters: [[UInt8]]

  /// Bytes of a text by which dialects are judged.
  private static let judged = 32 << 10

  init(_ text: Span<UInt8>, _ declared: CSVDeclaration) {
    let text = text.extracting(0..<Swift.min(text.count, CSVDetection.sampleSize))
    delimiters = declared.delimiter.map { [$0] } ?? Self.delimiters(in: text)
    let quotes: [UInt8?]
    if let quote = declared.quote {
      quotes = [quote.byte]
    } else {
      // That quotes mean nothing is not to be found out: a quote that never closes looks like it.
      quotes = [0x22] + (text.contains(0x27) ? [0x27] : [])
    }
    var dialects: [CSVDialect] = []
    for delimiter in delimiters {
      for quote in quotes {
        let escapes: [UInt8?]
        if let escape = declared.escape {
          escapes = [escape.byte]
        } else {
          escapes = [nil] + (text.holds([0x5c, quote ?? 0x22]) ? [0x5c] : [])
        }
        let isSpaced = quote.map { text.holds(delimiter + [0x20, $0]) } ?? false
        let spaces = declared.skipsSpaces.map { [$0] } ?? (isSpaced ? [false, true] : [false])
        for escape in escapes {
          for skipsSpaces in spaces {
            dialects.append(
              CSVDialect(
                delimiter: delimiter[0], delimiterTail: delimiter.dropFirst().first, quote: quote,
                escape: escape, comment: declared.comment?.byte, skipsSpaces: skipsSpaces))
          }
        }
      }
    }
    self.dialects = dialects
  }

  /// The dialect under which the rows of a text, whose first is the header, are the most alike.
  ///
  /// Of the names of wanted `columns` its header must show as many as can be. Where a `delimiter` is
  /// given, no other is tried.
  func best(
    _ text: Span<UInt8>, _ columns: [[String]], delimiter: [UInt8]? = nil
  ) -> CSVDialect {
    let text = text.extracting(0..<Swift.min(text.count, Self.judged))
    let tried = dialects.filter { delimiter == nil || $0.delimiterBytes == delimiter }
    guard tried.count > 1 else { return tried.first ?? dialects[0] }
    var best = tried[0]
    var most = (found: -1, score: -1.0)
    for dialect in tried {
      let found = columns.isEmpty ? 0 : CSVHeaderSearch.found(columns, text, dialect)
      guard found >= most.found else { continue }
      let consistency = CSVConsistency(text, dialect)
      // Apostrophes are quotes only where they enclose something, since words have them too.
      guard dialect.quote != 0x27 || tried[0].quote == 0x27 || consistency.quoted > 1 else {
        continue
      }
      let score = consistency.score
      // A hair's breadth, so that the likelier dialect stands where both are as good.
      if found > most.found || score > most.score + 1e-9 {
        best = dialect
        most = (found, score)
      }
    }
    return best
  }

  /// The delimiters that occur in a text, and the comma, for a log of one column has none.
  ///
  /// Where a byte only ever stands doubled it is not tried by itself.
  private static func delimiters(in text: Span<UInt8>) -> [[UInt8]] {
    var found: [[UInt8]] = []
    for byte in Array(",;\t|^~:\u{1f} ".utf8) where text.contains(byte) {
      let isPaired = text.allDoubled(byte)
      found.append(isPaired && byte != 0x20 ? [byte, byte] : [byte])
    }
    for pair in [", ", "; ", "§"] where text.holds(Array(pair.utf8)) {
      found.append(Array(pair.utf8))
    }
    return found.contains([0x2c]) ? found : found + [[0x2c]]
  }
}

extension Span<UInt8> {
  /// Whether some bytes occur one after another.
  func holds(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, count >= bytes.count else { return false }
    for i in 0...count - bytes.count where self[i] == first {
      var length = 1
      while length < bytes.count, self[i + length] == bytes[length] { length += 1 }
      if length == bytes.count { return true }
    }
    return false
  }

  /// Whether a byte stands nowhere but in twos.
  fileprivate func allDoubled(_ byte: UInt8) -> Bool {
    var run = 0
    for i in indices {
      if self[i] == byte {
        run += 1
      } else {
        guard run == 0 || run == 2 else { return false }
        run = 0
      }
    }
    return run == 0 || run == 2
  }
}
