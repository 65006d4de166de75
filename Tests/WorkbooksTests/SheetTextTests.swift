import Testing

@testable import Workbooks

struct SheetTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("=1+1", "=1+1"),
    ("-Ünï حساب 帳戶", "-Ünï حساب 帳戶"),
    ("a\u{0}b\u{1b}[31m\tc\r\nd", "a␀b␛[31m␉c␍␊d"),
    ("\u{7f}\u{9b}\u{85}", "␡\u{fffd}\u{2424}"),
    ("a\u{2028}b\u{2029}c", "a\u{2424}b\u{2424}c"),
    ("\u{202e}evil\u{2066}", "‹U+202E›evil‹U+2066›"),
    // A mark that only says in which direction a letter runs belongs to names.
    ("\u{200f}اسم", "\u{200f}اسم"),
    ("\u{fffe}\u{ffff}", "\u{fffd}\u{fffd}"),
  ])
  func `what hides or acts is shown, all else stays`(text: String, expected: String) {
    #expect(SheetText.shown(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test(arguments: ["x", "é", "😀"])
  func `a text that is longer than a cell is cut with a mark`(letter: String) {
    let shown = SheetText.shown(String(repeating: letter, count: 40_000))
    #expect(shown.utf16.count <= 32_767)
    #expect(shown.utf16.count >= 32_765)
    #expect(shown.hasSuffix(letter + " … (cut)"))
  }

  @Test func `a text that just fits stays whole`() {
    let text = String(repeating: "é", count: 32_767)
    #expect(SheetText.shown(text) == text)
  }

  @Test(arguments: [
    ("_x0041_", "_x005F_x0041_"),
    ("a_x00ff__x0041_", "a_x005F_x00ff__x005F_x0041_"),
    ("_x004_ _x00g1_ _X0041_ x0041_", "_x004_ _x00g1_ _X0041_ x0041_"),
    ("ключ_x0041_", "ключ_x005F_x0041_"),
  ])
  func `what XLSX takes for a character by its number stays text`(text: String, expected: String) {
    #expect(XLSXText.escaped(text) == expected)
  }
}
