import Foundation

/// The form in which two spellings of one platform are equal.
///
/// NFKC, case-folded, without punctuation, spaces, zero-width and direction marks: `Tik-Tok` and
/// `TIK TOK` are `tiktok`. Symbols stay, so that `C++` and `C` differ. Costs microseconds, so each
/// distinct spelling is folded once.
package func foldedSpelling(_ text: String) -> String {
  var kept = String.UnicodeScalarView()
  for scalar in text.precomposedStringWithCompatibilityMapping.caseFolded.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator,
      .paragraphSeparator, .control, .format:
      continue
    default:
      if !scalar.properties.isVariationSelector { kept.append(scalar) }
    }
  }
  return String(kept).precomposedStringWithCompatibilityMapping
}

extension String {
  /// The text in lower case, with the final sigma folded into the other.
  ///
  /// The dotless i stays apart from i, and ß from ss, as they are different letters in handles.
  var caseFolded: String {
    let lower = lowercased()
    // The first byte of every ς.
    guard lower.utf8.contains(0xCF) else { return lower }
    var folded = String.UnicodeScalarView()
    for scalar in lower.unicodeScalars { folded.append(scalar == "ς" ? "σ" : scalar) }
    return String(folded)
  }

  /// The text in NFC.
  var composed: String {
    utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping
  }
}
