import Tabular
import Testing

struct JSONPointerTests {
  @Test(
    arguments: [
      ("", 0, []), ("/", 0, [""]), ("a", 0, ["a"]), ("/a", 0, ["a"]), ("/a/b", 0, ["a", "b"]),
      ("a/b", 0, ["a", "b"]), ("/a//b/", 0, ["a", "", "b", ""]), ("/x~1y~0z~01", 0, ["x/y~z~1"]),
      ("../date", 1, ["date"]), ("../../a/b", 2, ["a", "b"]), ("a/../b", 0, ["a", "..", "b"]),
    ] as [(String, Int, [String])])
  func `a pointer is cut into segments`(
    _ text: String, _ ascents: Int, _ segments: [String]
  ) throws {
    let pointer = try JSONPointer(text)
    #expect(pointer.ascents == ascents)
    #expect(pointer.segments == segments)
    #expect(pointer.description == text)
  }

  @Test(arguments: [
    ("/a~", "the pointer '/a~' has a '~' that is neither '~0' nor '~1'"),
    ("/~2", "the pointer '/~2' has a '~' that is neither '~0' nor '~1'"),
    ("../", "the pointer '../' says nothing after '../'"),
    ("../..", "the pointer '../..' says nothing after '../'"),
  ])
  func `another text is refused`(_ text: String, _ message: String) {
    let error = #expect(throws: JSONPointerError.self) { try JSONPointer(text) }
    #expect(error?.description == message)
  }

  @Test(
    arguments: [
      ("0", 0), ("10", 10), ("01", nil), ("-1", nil), ("+1", nil), ("", nil), ("x", nil),
      ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func `an index has digits and no leading zeros`(_ text: String, _ index: Int?) {
    #expect(JSONPointer.index(text) == index)
  }
}
