import Bytes
import TestSupport
import Testing
import TextDecoding

struct DoubleEncodingTests {
  static let texts = [
    "udhëtim_shembull", "çmimi sot", "Tiếng Việt", "người_dẫn_đường", "محمد", "قناة_تجريبية",
    "smuggling är förbjudet", "Åsa Öberg", "MALMÖ", "voilà déjà été", "kaçakçılık şoför ğ",
    "didn’t comply", "“Kanali” – €500", "£500", "São Paulo", "Привет мир", "Ελλάδα", "😀 ok",
    "naïve", "Ștefan", "Łódź", "日本語", "ÉCOLE", "Kurdî ê û", "پاسپورت",
  ]

  /// The characters of windows-1252, with control characters where it has none.
  private static let windows1252: [Unicode.Scalar] = (UInt8.min...UInt8.max).map { byte in
    let decoded = try? decode([byte], "cp1252").text
    guard let decoded, decoded != [0xff] else { return Unicode.Scalar(byte) }
    return String(decoding: decoded, as: UTF8.self).unicodeScalars.first ?? Unicode.Scalar(byte)
  }

  private func misread(_ text: String) -> String {
    String(String.UnicodeScalarView(text.utf8.map { Self.windows1252[Int($0)] }))
  }

  @Test(arguments: texts)
  func `text encoded twice or three times is told, and what it was`(_ text: String) {
    let twice = misread(text)
    #expect(DoubleEncoding(Array(twice.utf8).span)?.undone == text)
    #expect(DoubleEncoding(Array(twice.utf8).span)?.times == 1)
    let thrice = misread(twice)
    #expect(DoubleEncoding(Array(thrice.utf8).span)?.undone == text)
    #expect(DoubleEncoding(Array(thrice.utf8).span)?.times == 2)
  }

  @Test
  func `text misread as ISO-8859-1 is told as well`() {
    let twice = String(String.UnicodeScalarView("didn’t – €".utf8.map { Unicode.Scalar($0) }))
    #expect(DoubleEncoding(Array(twice.utf8).span)?.undone == "didn’t – €")
  }

  @Test(arguments: texts)
  func `text that is right is left alone`(_ text: String) {
    #expect(DoubleEncoding(Array(text.utf8).span) == nil)
  }

  static let negatives = [
    "", "plain", "Ã", "Ãã", "SÃO PAULO", "NÃO", "IRMÃ…", "IRMÃ”", "Ấ", "SỐ", "Â", "Ç’duhet",
    "Ç’është", "voilà\u{a0}»", "« voilà\u{a0}»", "fermé\u{a0}»", "élevé\u{a0}€", "là\u{a0}…",
    "CAFÉ™", "SÍ…", "PERCHÉ…", "CITÉ’S", "BLÅ’", "Úžas", "Úžasný", "Õžel", "ß“", "Straß“", "Ø®",
    "Ù", "Ø…", "É", "ÿþ", "Ã x", "Ã«\u{4e2d}", "ÄÖÜ", "ÅÄÖ", "ĞŞİ", "½ Ñª", "1º 2ª", "Â£ ☃",
    "Ð", "Þór", "ðŸ", "€”", "ï»",
  ]

  @Test(arguments: negatives)
  func `text that only looks a little like it is left alone`(_ text: String) {
    #expect(DoubleEncoding(Array(text.utf8).span) == nil)
  }
}
