import Testing
import XMLStreaming

struct XMLPathTests {
  @Test(arguments: [
    "a", "a/b", "/a/b", "//a", "a//b", "*", "*/b", "@id", "a/@id", "//@id", "a//@id", ".", "./a",
    ".//a", "p:a/q:b/@r:c", "a.b-c_d",
  ])
  func `a path of the notation is accepted and kept as written`(_ text: String) throws {
    #expect(try XMLPath(text).description == text)
  }

  @Test(arguments: [
    ("", "the path '' is empty"), ("/", "the path '/' ends with a slash"),
    ("//", "the path '//' ends with a slash"), ("a/", "the path 'a/' ends with a slash"),
    ("a//", "the path 'a//' ends with a slash"),
    ("a///b", "the path 'a///b' has a step without a name"),
    ("@", "the path '@' has a step without a name"),
    ("p:", "the path 'p:' has a step without a name"),
    ("@id/a", "the path '@id/a' goes on after an attribute"),
    ("@*", "the path '@*' has '@*': name the attribute"),
    ("a[1]", "the path 'a[1]' has the step 'a[1]', which is neither a name nor '*'"),
    ("a/..", "the path 'a/..' has the step '..', which is neither a name nor '*'"),
    ("text()", "the path 'text()' has the step 'text()', which is neither a name nor '*'"),
  ])
  func `another path is refused`(_ text: String, _ reason: String) {
    let error = #expect(throws: XMLError.self) { try XMLPath(text) }
    #expect(error?.description == reason)
  }

  @Test(arguments: ["@id", "log/@id", "."])
  func `a record is an element`(_ text: String) throws {
    let path = try XMLPath(text)
    let error = #expect(throws: XMLError.self) {
      _ = try XMLRecordReader(record: path, fields: [])
    }
    #expect(error?.reason == "the path '\(text)' of the records must lead to an element")
  }
}
