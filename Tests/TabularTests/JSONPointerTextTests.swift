import Tabular
import Testing

struct JSONPointerTextTests {
  @Test(
    arguments: [
      ("/a", #"{"a":"x"}"#, "x"), ("a", #" {"b":1,"a":1.50E+2} "#, "1.50E+2"),
      ("/a/1/b", #"{"a":[0,{"b":true}]}"#, "true"), ("/a", #"{"a":{"b" : [1]}}"#, #"{"b" : [1]}"#),
      ("/\u{e9}~1", #"{"\u00e9/":"\ud83d\ude00\n"}"#, "\u{1f600}\n"),
      ("", "9007199254740993", "9007199254740993"),
      ("/0", "[718810552609480705]", "718810552609480705"),
      ("/a", "", nil), ("/a", "  ", nil), ("/a", #"{"a":null}"#, nil), ("/a", #"{"a":""}"#, nil),
      ("/a", #"{"b":1}"#, nil), ("/a/b", #"{"a":"text"}"#, nil), ("/2", "[1,2]", nil),
    ] as [(String, String, String?)])
  func `a cell gives the text at a pointer`(
    _ pointer: String, _ cell: String, _ expected: String?
  ) throws {
    var text = Array("+".utf8)
    let isThere = try JSONPointer(pointer).appendText(in: Array(cell.utf8).span, to: &text)
    #expect(isThere == (expected != nil))
    #expect(String(decoding: text, as: UTF8.self) == "+" + (expected ?? ""))
  }

  @Test(arguments: [
    ("{'a':1}", "line 1, column 2: expected a key in double quotes, found '''"),
    (#"{"a":1} x"#, "line 1, column 9: expected the end of the text, found 'x'"),
    (#"{"a":1,"a":2}"#, "line 1, column 8: the key 'a' occurs twice in one object"),
    (#"{"a":"\ud800"}"#, "line 1, column 7: '\\u' with half of a surrogate pair stands alone"),
    ("free text", "line 1, column 1: expected a value, found 'free'"),
  ])
  func `a cell that is no sound JSON is refused`(_ cell: String, _ message: String) throws {
    let pointer = try JSONPointer("/a")
    var text: [UInt8] = []
    let error = #expect(throws: JSONError.self) {
      try pointer.appendText(in: Array(cell.utf8).span, to: &text)
    }
    #expect(error?.description == message)
    #expect(text.isEmpty)
  }
}
