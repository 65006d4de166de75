import Bytes

extension DoubleEncoding {
  /// Whether a text that was undone is one that somebody may have written.
  ///
  /// - Every character beyond ASCII is of a script or a kind of sign that logs have.
  /// - Letters of other scripts than Latin come in numbers and mostly not beside ASCII letters.
  /// - Not every one can be explained as a capital and the punctuation after it (`CAFÉ™`, `SÍ…`).
  static func isPlausible(_ text: Span<UInt8>) -> Bool {
    var foreign = 0
    var foreignBesideASCII = 0
    var isAnyCertain = false
    var before: UInt8 = 0
    var i = 0
    while i < text.count {
      if text[i] < 0x80 {
        before = text[i]
        i += 1
        continue
      }
      let start = i
      guard let scalar = text.scalar(at: &i) else { return false }
      let after: UInt8 = i < text.count ? text[i] : 0
      switch Kind(scalar) {
      case .unlikely: return false
      case .foreign:
        foreign += 1
        if isLetter(before) || isLetter(after) { foreignBesideASCII += 1 }
        isAnyCertain = true
      case .latinOrSign:
        let isCapitalAndMark =
          i - start == 2 && isCapital(before) && marks.contains(text[start + 1])
          && (!isLetter(after) || text[start + 1] == apostrophe)
        if !isCapitalAndMark { isAnyCertain = true }
      }
      before = 0x80
    }
    return isAnyCertain && foreign != 1 && foreignBesideASCII * 2 <= foreign
  }

  private enum Kind {
    case latinOrSign, foreign, unlikely

    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar.value {
        case 0xa0...0x17f, 0x18f, 0x192, 0x1a0, 0x1a1, 0x1af, 0x1b0,  // Latin, Vietnamese, Azeri
          0x218...0x21b, 0x259, 0x1e02...0x1ef9,
          0x2bb, 0x2bc, 0x300...0x304, 0x306...0x30c, 0x31b, 0x323, 0x327, 0x328, 0x331,
          0x200b...0x2027, 0x202a...0x203a, 0x2060...0x2069, 0x20a0...0x20c0,  // signs
          0x2100...0x27bf, 0x2b00...0x2bff, 0xfe0f, 0xfeff,
          0x1f000...0x1faff, 0x1d400...0x1d7ff, 0xe0020...0xe007f:  // emoji, letters as signs
          .latinOrSign
        case 0x370...0x52f, 0x531...0x58f, 0x591...0x5f4, 0x600...0x6ff, 0x750...0x77f,
          0x900...0xdff, 0xe01...0xe5b, 0xe81...0xedf, 0xf00...0x109f, 0x10a0...0x11ff,
          0x1200...0x139f, 0x1780...0x17ff, 0x3000...0x9fff, 0xac00...0xd7a3, 0xf900...0xfaff,
          0xfb1d...0xfdff, 0xfe70...0xfefc, 0xff01...0xffee, 0x20000...0x2fa1f:
          .foreign
        default: .unlikely
        }
    }
  }

  private static let apostrophe: UInt8 = 0x92

  /// What follows a capital in text that is right, in windows-1252: … ’ ” — ™ › ® » and the no-break
  /// space.
  private static let marks: [UInt8] = [0x85, apostrophe, 0x94, 0x97, 0x99, 0x9b, 0xa0, 0xae, 0xbb]

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a
  }
}
