import Bytes
import Tabular
import TestSupport
import Testing

struct CSVDetectionTests {
  private static func detect(
    _ text: String, _ declaration: CSVDeclaration = CSVDeclaration(), _ columns: [String] = []
  ) -> CSVDetection {
    CSVDetection(
      Array(text.utf8).span, declaration: declaration, columns: columns.map { [$0] })
  }

  private static let unnamed: [Case<String, String>] = [
    Case("commas", "a,b\n1,2\n", #"delimiter ',' quote '"' header line 1 LF"#),
    Case("semicolons", "a;b\r\n1,5;2\r\n", #"delimiter ';' quote '"' header line 1 CRLF"#),
    Case("tabs", "a b\tc d\r1 2\t3\r", #"delimiter tab quote '"' header line 1 CR"#),
    Case("bars", "a|b\n1|2\n", #"delimiter '|' quote '"' header line 1 LF"#),
    Case("two bars", "a||b\n1||2\n", #"delimiter '||' quote '"' header line 1 LF"#),
    Case("section signs", "a§b c\n1§2\n", #"delimiter '§' quote '"' header line 1 LF"#),
    Case("carets", "a^b\n1^2,3\n", #"delimiter '^' quote '"' header line 1 LF"#),
    Case("spaces", "a b c\n1 2 3\n", #"delimiter space quote '"' header line 1 LF"#),
    Case("one column", "account\nx\ny\n", #"delimiter ',' quote '"' header line 1 LF"#),
    Case(
      "times and addresses", "at,link\n10:00,https://a.b/c\n11:30,https://d.e/f\n",
      #"delimiter ',' quote '"' header line 1 LF"#),
    Case(
      "apostrophes", "'a','b'\n'1,2','3'\n'x','y'\n",
      "delimiter ',' quote ''' header line 1 LF"),
    Case(
      "a leading apostrophe is no quote", "a,b\n'069,x\n'070,y\n",
      #"delimiter ',' quote '"' header line 1 LF"#),
    Case(
      "escaped quotes", "a,b\n\"x \\\" y\",1\n\"z\",2\n",
      #"delimiter ',' quote '"' escape '\' header line 1 LF"#),
    Case(
      "comma and space", "a, b, c\n1, \"2, 3\", 4\n5, 6, 7\n",
      #"delimiter ', ' quote '"' header line 1 LF"#),
    Case(
      "a separator line", "sep=;\r\na,b;c\r\n1;2\r\n",
      #"delimiter ';' quote '"' header line 2 sep= line CRLF"#),
    Case(
      "a title", "Takedowns in May\n\na;b\n1;2\n3;4\n",
      #"delimiter ';' quote '"' header line 3 LF"#),
    Case(
      "a title that fills the row", "Takedowns,,,\n,,,\na,b,c,d\n1,2,3,4\n",
      #"delimiter ',' quote '"' header line 3 LF"#),
    Case(
      "mixed line ends", "a,b\r\n1,2\n3,4\n",
      #"delimiter ',' quote '"' header line 1 LF and CRLF"#),
    Case(
      "comments among the rows", "a,b\n1,2\n# more, and, more\n3,4\n",
      #"delimiter ',' quote '"' comment '#' header line 1 LF"#),
    Case(
      "a row that begins like a comment", "a,b\n#tag,2\n# more\n3,4\n",
      #"delimiter ',' quote '"' header line 1 LF"#),
    Case("nothing", "", #"delimiter ',' quote '"' header line 1"#),
  ]

  @Test(arguments: unnamed)
  func `what the rows show is found without names`(example: Case<String, String>) {
    #expect(Self.detect(example.input).description == example.expected)
  }

  private static let named: [Case<String, (String, Int)>] = [
    Case(
      "the header wins over the rows", ("Account;Day\n1,2,3;4,5,6\n1,2,3;4,5,6\n"), ("';'", 1)),
    Case("below titles", "Report; May\nby us\n\nAccount;Day\nx;1\n", ("';'", 4)),
    Case(
      "below a line with one of the names", "Account list\nAccount\nAccount|Day\nx|1\n", ("'|'", 3)),
    Case("a byte order mark and quotes", "\u{FEFF}\"Account\"\t\"Day\"\n1\t2\n", ("tab", 1)),
    Case("the names in apostrophes", "'Account','Day'\n'1','2'\n", ("','", 1)),
  ]

  @Test(arguments: named)
  func `the line with all the names is the header`(example: Case<String, (String, Int)>) {
    let found = Self.detect(example.input, CSVDeclaration(), ["Account", "Day"])
    #expect(found.description.hasPrefix("delimiter \(example.expected.0) "))
    #expect(found.headerLine == example.expected.1)
  }

  @Test func `a declaration wins over what is found`() {
    let text = "sep=;\nx;y\na,b;c\n1,2;3\n"
    let declared = CSVDeclaration(
      delimiter: Array(",".utf8), quote: CSVDeclaration.Mark.none, headerLine: 3)
    let found = Self.detect(text, declared, ["x", "y"])
    #expect(found.description == "delimiter ',' no quote header line 3 sep= line LF")
    #expect(found.linesBefore == 1)
    #expect(found.firstLineBefore == Array("x;y\n".utf8))
    #expect(declared.description == "delimiter ',' no quote header line 3")
  }

  @Test func `a declared header that is beyond the file is missed`() {
    #expect(Self.detect("a\nb\n", CSVDeclaration(headerLine: 9)).missingHeaderLine == 2)
  }

  @Test func `a file without a header begins with its first row`() {
    let found = Self.detect("1;2\n3;4\n", CSVDeclaration(headerLine: 0))
    #expect(found.description == #"delimiter ';' quote '"' no header LF"#)
    #expect(found.headerOffset == 0)
  }

  @Test func `no text makes it fail`() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "a", "sep=", ",", ";", "\"", "'", "\\", "#", "\n", "\r", " ", "\u{FEFF}", "§", "\0",
    ]
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let found = Self.detect(text, CSVDeclaration(), ["a"])
      #expect(found.headerOffset <= text.utf8.count)
      #expect(found.headerLine >= 1)
    }
  }
}
