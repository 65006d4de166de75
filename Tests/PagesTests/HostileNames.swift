/// Names that would be markup, formulas or turned text if they were taken for anything but names.
enum HostileNames {
  static let all: [String] = markup + turned + formulas

  private static let markup = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "</SCRIPT >",
    "<!--", "-->", "<!-- <script>", "]]>", "<![CDATA[x]]>", "<img src=x onerror=alert(1)>",
    "\"><b>bold</b>", "' onload='alert(1)", "\" onfocus=\"alert(1)\" autofocus=\"", "</bdi></th>",
    "</title><p>", "</style>", "<svg/onload=alert(1)>", "&lt;b&gt;", "&amp;", "&#60;b&#62;",
    "&copy",
    "{{title}}", "{{{dataset}}}", "{{> style}}", "${7*7}", "<\u{338}b>", "\"\u{301} onclick=x",
    "\u{600}<b>", "<?xml version=\"1.0\"?>", "<a href=\"javascript:alert(1)\">x</a>", "a\u{0}b<i>",
  ]
  private static let turned = [
    "\u{202e}drow\u{202c}", "\u{202a}left", "\u{202b}right", "\u{202d}forced", "\u{2066}one",
    "\u{2067}two", "\u{2068}three\u{2069}", "\u{200e}mark", "\u{200f}mark of the right",
    "\u{61c}mark of Arabic", "line\u{2028}end", "paragraph\u{2029}end", "line\nend",
    "return\r\nend",
    "tab\tend", "next\u{85}line", "وزارة الداخلية", "\u{feff}first", "none\u{fffe}", "bell\u{7}",
  ]
  private static let formulas = [
    "=1+1", "+1+1", "-1+1", "@SUM(1,1)", "\t=1+1", "\r=1+1", "\n=1+1", "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"https://example.invalid\",\"x\")", "'=1+1",
  ]
}
