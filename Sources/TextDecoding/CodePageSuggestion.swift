import Bytes

/// A code page that would make words of bytes that are not UTF-8: for a message, never to read by.
package struct CodePageSuggestion: Hashable, Sendable {
  package let encoding: TextEncoding
  /// How it reads the first bytes that are not UTF-8, with the bytes beyond ASCII around them.
  package let reading: String

  /// The probable code pages of a text that is not UTF-8, the best first; none where no page makes
  /// words of it.
  ///
  /// Pages that read the bytes alike are one suggestion, under the most common of their names.
  package static func suggestions(
    for sample: Span<UInt8>, limit: Int = 2
  ) -> [CodePageSuggestion] {
    let runs = strangeRuns(sample)
    guard let first = runs.first else { return [] }
    var scored: [(suggestion: CodePageSuggestion, texts: [String], score: Int)] = []
    for encoding in candidates {
      guard let readings = TextDecoder.decode(runs.map(\.bytes), encoding) else { continue }
      guard !scored.contains(where: { $0.texts == readings }) else { continue }
      let score = readings.reduce(0) { $0 + plausibility(Array($1.unicodeScalars)) }
      guard score > 0 else { continue }
      let reading = readings[0].unicodeScalars.dropFirst(first.leading).dropLast(first.trailing)
      scored.append((Self(encoding: encoding, reading: String(reading)), readings, score))
    }
    guard let best = scored.map(\.score).max() else { return [] }
    // Of two pages with one score the more common comes first.
    return scored.enumerated().filter { $0.element.score * 4 >= best * 3 }
      .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
      .prefix(limit).map(\.element.suggestion)
  }

  /// The suggestions as a clause: `windows-1252 would read it as 'ë'; declare the encoding`.
  package static func words(for sample: Span<UInt8>) -> String? {
    let suggestions = suggestions(for: sample)
    guard let first = suggestions.first else { return nil }
    var words = "\(first.encoding.name) would read it as '\(first.reading)'"
    if let second = suggestions.dropFirst().first {
      words += ", \(second.encoding.name) as '\(second.reading)'"
    }
    return words + "; declare the encoding that the agency uses, or have it export as UTF-8"
  }

  /// The pages that logs come in, the most common first; all of one byte a character.
  private static let candidates: [TextEncoding] =
    [1252, 1250, 1254, 1251, 1256, 1258, 1253, 1255, 1257].map(TextEncoding.windows)
    + [.macintosh, .ibm(850), .ibm(852), .koi8R, .ibm(866), .windows(874)]

  /// Bytes beyond ASCII in a row, with an ASCII byte on each side where there is one.
  private struct Run {
    var bytes: [UInt8]
    var leading: Int
    var trailing: Int
  }

  /// The runs of bytes beyond ASCII that are not UTF-8, at most 64 of at most 64 bytes.
  private static func strangeRuns(_ sample: Span<UInt8>) -> [Run] {
    var runs: [Run] = []
    var offset = 0
    while runs.count < 64, offset < sample.count,
      let invalid = sample.extracting(offset...).firstInvalidUTF8
    {
      var start = offset + invalid
      var end = start
      while start > offset, sample[start - 1] >= 0x80 { start -= 1 }
      while end < sample.count, sample[end] >= 0x80 { end += 1 }
      offset = max(end, start + 1)
      guard end > start else { continue }
      end = min(end, start + 64)
      let leading = start > 0 && sample[start - 1] < 0x80 ? 1 : 0
      let trailing = end < sample.count && sample[end] < 0x80 ? 1 : 0
      runs.append(
        Run(
          bytes: sample.extracting(start - leading..<end + trailing).array,
          leading: leading, trailing: trailing))
    }
    return runs
  }
}

extension CodePageSuggestion {
  private enum Kind: Equatable {
    case latin, greek, cyrillic, hebrew, arabic, thai, punctuation, other

    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar.value {
        case 0x41...0x5a, 0x61...0x7a, 0xc0...0xd6, 0xd8...0xf6, 0xf8...0x24f, 0x300...0x36f,
          0x1e00...0x1eff:
          .latin
        case 0x370...0x3ff: .greek
        case 0x400...0x4ff: .cyrillic
        case 0x5d0...0x5f2: .hebrew
        case 0x621...0x63a, 0x641...0x64a, 0x671...0x6d3: .arabic
        case 0xe01...0xe4e: .thai
        case 0xa0, 0xa3, 0xab, 0xb0, 0xb7, 0xbb, 0x2013...0x201e, 0x2026, 0x20ac: .punctuation
        default: .other
        }
    }
  }

  /// How much a reading looks like words: letters beside letters of one script, in a usual order of
  /// capitals; text in the wrong page mixes scripts, symbols and capitals.
  private static func plausibility(_ text: [Unicode.Scalar]) -> Int {
    var score = 0
    for i in text.indices where !text[i].isASCII {
      let kind = Kind(text[i])
      let before = i > 0 ? text[i - 1] : nil
      let after = i + 1 < text.count ? text[i + 1] : nil
      switch kind {
      case .punctuation: score += 2
      case .other: score -= 4
      case .latin, .greek, .cyrillic, .hebrew, .arabic, .thai:
        // One letter of another script alone is no word.
        score += kind == .latin ? 2 : 0
        for neighbour in [before, after].compactMap(\.self) {
          let other = Kind(neighbour)
          if other == kind {
            // Accented Latin letters stand among plain ones.
            score += kind != .latin ? 3 : neighbour.isASCII ? 1 : -2
          } else if other != .punctuation, other != .other {
            score -= 4
          }
        }
        if let before, before.properties.isLowercase, text[i].properties.isUppercase { score -= 4 }
        if let after, after.properties.isUppercase, text[i].properties.isLowercase { score -= 4 }
      }
    }
    return score
  }
}
