// Texts that say where accounts are and how they are named.
extension TextRule {
  /// What `accepts` says for the rules of hosts and names.
  func acceptsName(_ text: String) -> Bool {
    let bytes = text.utf8
    return switch self {
    case .host:
      text.contains(".") && !text.hasPrefix("www.") && bytes.count <= 253
        && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
          !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasSuffix("-") && $0.utf8.allSatisfy(isHostByte)
        }
    case .label: !text.isEmpty && bytes.allSatisfy(isHostByte)
    case .scheme:
      !["http", "https"].contains(text) && bytes.first.map(isLetter) == true
        && bytes.allSatisfy { isLetter($0) || isDigit($0) || "+.-".utf8.contains($0) }
    case .segment:
      !text.isEmpty && !text.contains { $0.isWhitespace || "/?#%".contains($0) }
    case .symbols: text.unicodeScalars.allSatisfy(isSymbol)
    case .symbol: text.unicodeScalars.count <= 1 && text.unicodeScalars.allSatisfy(isSymbol)
    case .nameStart:
      text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || isDigit(scalar) || isSymbol(scalar))
      }
    default: false
    }
  }

  /// What `pattern` is for them.
  var namePattern: String? {
    switch self {
    case .host: "^(?!www\\.)[a-z0-9_-]+(\\.[a-z0-9_-]+)+$"
    case .label: "^[a-z0-9_-]+$"
    case .scheme: "^(?!https?$)[a-z][a-z0-9+.-]*$"
    case .segment: "^[^\\s/?#%]+$"
    case .symbols: "^\(Self.symbolClass)*$"
    case .symbol: "^\(Self.symbolClass)?$"
    case .nameStart: "^[!$&*+,.:=@_~A-Za-z0-9'-]*$"
    default: nil
    }
  }

  /// ASCII symbols by name; of others it says nothing, since not every validator knows letters.
  private static let symbolClass = "([!$&'*+,.:=@_~-]|[^\\u0000-\\u00a0])"

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte) }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private func isHostByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == 0x2d || byte == 0x5f
  }

  /// Whether a character can be part of a name without being cut off, decoded or folded before.
  private func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return "!$&'*+,-.:=@_~".unicodeScalars.contains(scalar) }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      return true
    default: return false
    }
  }
}
