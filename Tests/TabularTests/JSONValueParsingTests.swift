import Bytes
import Tabular
import Testing

struct JSONValueParsingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let value: JSONValue

    init(_ text: String, _ value: JSONValue) {
      self.text = text
      self.value = value
    }

    var testDescription: String { text }
  }

  static let accepted = [
    Case("null", .null), Case(" true ", true), Case("\t\r\nfalse", false),
    Case("\u{feff}{}", .object([])), Case("[]", []), Case("[ ]", []), Case("{ }", .object([])),
    Case("-0", .number("-0")), Case("0", 0), Case("1.50", .number("1.50")),
    Case("1E400", .number("1E400")), Case("-0.0e-07", .number("-0.0e-07")),
    Case("1e+2", .number("1e+2")), Case("123456789012345678901", .number("123456789012345678901")),
    Case("\"\"", ""), Case(#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"),
    Case(#""\u0041\u00e9\u20AC\ud83d\uDE00\u0000z""#, "A\u{e9}\u{20ac}\u{1f600}\0z"),
    Case("\"\u{e9}\u{20ac}\u{1f600}\u{7f}\u{2028}\"", "\u{e9}\u{20ac}\u{1f600}\u{7f}\u{2028}"),
    Case("\"eight by eight and more 12345678\"", "eight by eight and more 12345678"),
    Case(
      #"[1,[2,{"a":[]}],{"b":{"c":null}}]"#,
      [
        1, [2, .object([.init("a", [])])],
        .object([.init("b", .object([.init("c", .null)]))]),
      ]),
    Case(
      "{\"b\":1,\"a\":2,\"\":3}", .object([.init("b", 1), .init("a", 2), .init("", 3)])),
    Case(
      "{\"\u{e9}\":1,\"e\u{301}\":2}",
      .object([.init("\u{e9}", 1), .init("e\u{301}", 2)])),
  ]

  @Test(arguments: accepted)
  func `a well-formed text becomes its value`(_ test: Case) throws {
    #expect(try JSONValue(parsing: Array(test.text.utf8).span) == test.value)
  }

  @Test(arguments: [
    ("", "line 1, column 1: expected a value, found the end of the text"),
    ("  \n ", "line 2, column 2: expected a value, found the end of the text"),
    ("nul", "line 1, column 1: expected a value, found 'nul'"),
    ("True", "line 1, column 1: expected a value, found 'T'"),
    ("NaN", "line 1, column 1: expected a value, found 'N'"),
    ("[1,]", "line 1, column 4: expected a value, found ']'"),
    ("[1 2]", "line 1, column 4: expected ',' or ']', found '2'"),
    ("[,1]", "line 1, column 2: expected a value, found ','"),
    ("[1", "line 1, column 3: expected ',' or ']', found the end of the text"),
    ("[1}", "line 1, column 3: expected ',' or ']', found '}'"),
    ("{\"a\":1,}", "line 1, column 8: expected a key in double quotes, found '}'"),
    ("{a:1}", "line 1, column 2: expected a key in double quotes, found 'a'"),
    ("{\"a\" 1}", "line 1, column 6: expected ':' after the key, found '1'"),
    ("{\"a\":}", "line 1, column 6: expected a value, found '}'"),
    ("{} {}", "line 1, column 4: expected the end of the text, found '{'"),
    ("1 // one", "line 1, column 3: expected the end of the text, found '/'"),
    ("01", "line 1, column 1: a number has no leading zeros"),
    ("-", "line 1, column 2: expected a digit, found the end of the text"),
    ("+1", "line 1, column 1: expected a value, found '+'"),
    (".5", "line 1, column 1: expected a value, found '.'"),
    ("1.", "line 1, column 3: expected a digit after the decimal point, found the end of the text"),
    ("1e", "line 1, column 3: expected a digit of the exponent, found the end of the text"),
    ("0x10", "line 1, column 2: expected the end of the text, found 'x'"),
    ("\"a", "line 1, column 1: a string that opens here never closes"),
    ("\"a\\", "line 1, column 1: a string that opens here never closes"),
    ("\"a\nb\"", "line 1, column 3: byte 0x0A stands in a string: write it as an escape"),
    ("\"\\x\"", "line 1, column 2: a backslash is followed by 'x'"),
    ("\"\\u12g4\"", "line 1, column 2: '\\u' needs four hexadecimal digits"),
    ("\"\\ud800\"", "line 1, column 2: '\\u' with half of a surrogate pair stands alone"),
    ("\"\\ud800\\u0041\"", "line 1, column 2: '\\u' with half of a surrogate pair stands alone"),
    ("\"\\udc00\"", "line 1, column 2: '\\u' with half of a surrogate pair stands alone"),
    ("[1,\u{a0}2]", "line 1, column 4: expected a value, found byte 0xC2"),
    ("{\n \"a\": 1,\n \"a\": 2}", "line 3, column 2: the key 'a' occurs twice in one object"),
    ("{\"a\":1,\"\\u0061\":2}", "line 1, column 8: the key 'a' occurs twice in one object"),
  ])
  func `an ill-formed text is refused with place and reason`(_ text: String, _ message: String) {
    let error = #expect(throws: JSONError.self) {
      try JSONValue(parsing: Array(text.utf8).span)
    }
    #expect(error?.description == message)
  }

  @Test(
    arguments: [
      [0x80], [0xc0, 0x80], [0xc3], [0xc3, 0x22], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80],
      [0xe2, 0x82], [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80],
      [0xff], [0xe2, 0x28, 0xa1],
    ] as [[UInt8]])
  func `a string that is not UTF-8 is refused`(_ bytes: [UInt8]) {
    let text: [UInt8] = [0x22, 0x61] + bytes + [0x22]
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: text.span) }
    #expect(error?.offset == 2)
    #expect(error?.reason.hasSuffix("is not UTF-8") == true)
  }

  @Test func `512 levels are read and 513 are refused`() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    var value = try JSONValue(parsing: nested(512).span)
    var depth = 0
    while case .array(let elements) = value {
      depth += 1
      guard let first = elements.first else { break }
      value = first
    }
    #expect(depth == 512)
    let error = #expect(throws: JSONError.self) { try JSONValue(parsing: nested(513).span) }
    #expect(error?.reason == "arrays and objects are nested more than 512 deep")
    #expect(error?.column == 513)
  }

  @Test func `what was read is written as it stood`() throws {
    let text = "{\n  \"a\": [\n    1.0,\n    \"\u{e9}\\n\"\n  ],\n  \"b\": {}\n}\n"
    #expect(try JSONValue(parsing: Array(text.utf8).span).prettyText == text)
  }
}
