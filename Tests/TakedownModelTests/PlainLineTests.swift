import TakedownModel
import Testing

struct PlainLineTests {
  @Test(arguments: [
    ("", ""), ("National Crime Agency", "National Crime Agency"),
    ("Ministère de l’Intérieur", "Ministère de l’Intérieur"), ("وزارة الداخلية", "وزارة الداخلية"),
    ("one\ntwo\r\nthree", "one two three"), ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
    ("a \t b", "a  b"), ("\u{1b}[31mred\u{7}", " [31mred "), ("a\u{0}b\u{7f}", "a b "),
    ("\u{202e}drow\u{202c}", "drow"), ("\u{2067}two\u{2069}\u{200f}", "two"),
    ("none\u{fffe}", "none\u{fffd}"), ("zero\u{200b}width", "zero\u{200b}width"),
  ])
  func `a text is one line in the direction of its letters`(text: String, line: String) {
    #expect(PlainLine.text(text) == line)
  }
}
