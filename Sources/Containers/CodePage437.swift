/// The character set of names in zip archives that do not say they are UTF-8.
enum CodePage437 {
  private static let upperHalf = Array(
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}"
      .unicodeScalars)

  static func text(_ bytes: Span<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for i in bytes.indices {
      text.append(bytes[i] < 0x80 ? Unicode.Scalar(bytes[i]) : upperHalf[Int(bytes[i] - 0x80)])
    }
    return String(text)
  }
}
