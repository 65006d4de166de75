import Testing

struct XMLNamespaceTests {
  static let document = """
    <log xmlns="urn:a" xmlns:b="http://b/x" xmlns:c="http://b/x">
      <r b:id="1" id="2"><h>a</h><b:h>b</b:h><x xmlns="" >none</x></r>
      <b:r id="3"><c:h>c</c:h></b:r>
    </log>
    """

  @Test(arguments: [
    ("log/r", "h", ["a", "c"]), ("log/{urn:a}r", "h", ["a"]), ("log/{http://b/x}r", "h", ["c"]),
    ("{urn:a}log/{http://b/x}*", "h", ["c"]), ("log/r", "{http://b/x}h", ["b", "c"]),
    ("log/r", "@{http://b/x}id", ["1", ""]), ("log/r", "@{}id", ["2", "3"]),
    ("log/r", "@id", ["1", "3"]), ("log/r", "{}x", ["none", ""]), ("log/r", "x", ["none", ""]),
    ("log/r", "{urn:a}x", ["", ""]), ("{urn:other}log/r", "h", []),
    ("//{http://b/x}r", "{urn:a}h", [""]), ("log/zz:r", "zz:h", ["a", "c"]),
    ("//{urn:a}r", "//@{http://b/x}id", ["1"]),
  ])
  func `a namespace is asked for by its own name, never by a prefix`(
    record: String, field: String, texts: [String]
  ) throws {
    let rows = try XMLRecordReaderTests.read(
      Array(Self.document.utf8), record: record, [[field]], step: 3)
    #expect(rows.map { $0[0] } == texts)
  }
}
