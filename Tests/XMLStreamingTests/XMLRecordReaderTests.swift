import Bytes
import Tabular
import Testing
import XMLStreaming

struct XMLRecordReaderTests {
  /// The fields of all records, read in pieces of `step` bytes.
  static func read(
    _ bytes: [UInt8], record: String, _ fields: [[String]], step: Int = .max
  ) throws -> [[String]] {
    var reader = try XMLRecordReader(
      record: XMLPath(record), fields: fields.map { try $0.map { try XMLPath($0) } })
    var rest = bytes[...]
    var rows: [[String]] = []
    while !rest.isEmpty {
      let part = Array(rest.prefix(step))
      rest = rest.dropFirst(part.count)
      try reader.push(part.span)
      rows += Self.rows(reader.takeBatch(), after: rows.count)
    }
    try reader.finish()
    rows += Self.rows(reader.takeBatch(), after: rows.count)
    #expect(reader.recordCount == rows.count)
    return rows
  }

  static func rows(_ batch: RecordBatch, after count: Int) -> [[String]] {
    #expect(batch.rejects.isEmpty)
    #expect(batch.positions == Array(count + 1..<count + 1 + batch.count))
    return (0..<batch.count).map { index in
      (0..<batch.width).map { batch.text(index, $0) { $0.text } }
    }
  }

  struct PathCase: Sendable, CustomTestStringConvertible {
    let record: String
    let fields: [[String]]
    let rows: [[String]]

    init(_ record: String, _ fields: [[String]], _ rows: [[String]]) {
      self.record = record
      self.fields = fields
      self.rows = rows
    }

    var testDescription: String { "\(record) \(fields)" }
  }

  static let document = """
    <?xml version="1.0"?>
    <!-- a log -->
    <log xmlns="urn:a" xmlns:t="urn:b" made="2025">
      <t:takedown id="7">
        <t:account platform="TikTok &amp; co"><handle> one </handle><handle>two</handle></t:account>
        <note/>
      </t:takedown>
      <group><takedown id="8"><handle>three</handle><note>n<b>o</b>te</note></takedown></group>
    </log>

    """

  static let pathCases = [
    PathCase(
      "log/takedown", [["@id"], ["account/@platform"], ["account/handle"]],
      [["7", "TikTok & co", "one", #"{"account/handle":"two"}"#]]),
    PathCase(
      "//takedown", [["handle"], ["id", "@id"]],
      [
        [
          "", "7",
          #"{"account/@platform":"TikTok & co","account/handle":"one","account/handle[2]":"two"}"#,
        ],
        ["three", "8", #"{"note":"nte","note/b":"o"}"#],
      ]),
    PathCase(
      "/log/*/x:takedown", [["note"], [".//handle"], ["//@id"]], [["note", "three", "8", ""]]),
    PathCase(
      "log/group//*", [["//b"], ["note//b"], ["*/b"], ["note/b"]],
      [["o", "o", "o", "o", #"{"@id":"8","handle":"three","note":"nte"}"#]]),
    PathCase(
      "log", [["@made"], ["//@platform"], ["//handle"]],
      [
        [
          "2025", "TikTok & co", "one",
          #"{"takedown/@id":"7","takedown/account/handle":"two","group/takedown/@id":"8","#
            + #""group/takedown/handle":"three","group/takedown/note":"nte","#
            + #""group/takedown/note/b":"o"}"#,
        ]
      ]),
    PathCase("//b", [["."]], [["o", ""]]),
    PathCase("//note", [["."]], [["", ""], ["nte", #"{"b":"o"}"#]]),
    PathCase("//note", [], [[""], [#"{".":"nte","b":"o"}"#]]),
    PathCase("takedown", [["handle"]], []),
    PathCase("log/handle", [["."]], []),
  ]

  @Test(arguments: pathCases)
  func `paths find elements and attributes, and what no field takes is kept`(
    _ test: PathCase
  ) throws {
    let bytes = Array(Self.document.utf8)
    #expect(try Self.read(bytes, record: test.record, test.fields) == test.rows)
    #expect(try Self.read(bytes, record: test.record, test.fields, step: 1) == test.rows)
    #expect(try Self.read(bytes, record: test.record, test.fields, step: 7) == test.rows)
  }

  @Test func `the first path with a text wins, and the first such text`() throws {
    let text = "<l><r><a> </a><a>second</a><b>other</b></r><r><b>only b</b><a/></r><r/></l>"
    #expect(
      try Self.read(Array(text.utf8), record: "l/r", [["a", "b"]]) == [
        ["second", #"{"b":"other"}"#], ["only b", ""], ["", ""],
      ])
  }

  @Test func `an outer element comes before those of the same name in it`() throws {
    let text = "<l><r><a>x<a>y</a></a></r></l>"
    #expect(try Self.read(Array(text.utf8), record: "//r", [["//a"]]) == [["xy", ""]])
  }

  @Test func `character data, sections and references are one text`() throws {
    let text = """
      <log><account agency="A&amp;B &lt;&#x26;&#38;amp;&#xE9;"><handle>pre<![CDATA[_<&mid_]]>post</handle>\
      <note>\u{a0}A &amp; B &#x2014; &#233;t&#xE9; <!-- no --><?pi no?></note></account></log>
      """
    for step in [1, 3, .max] {
      #expect(
        try Self.read(
          Array(text.utf8), record: "log/account", [["handle"], ["note"], ["@agency"]], step: step)
          == [["pre_<&mid_post", "\u{a0}A & B \u{2014} \u{e9}t\u{e9}", "A&B <&&amp;\u{e9}", ""]])
    }
  }

  @Test func `a record inside a record is a part of it`() throws {
    let text = "<l><r><a>1</a><r><a>2</a></r></r><r><a>3</a></r></l>"
    #expect(
      try Self.read(Array(text.utf8), record: "//r", [["a"]]) == [
        ["1", #"{"r/a":"2"}"#], ["3", ""],
      ])
  }

  @Test func `many unmapped texts of one path are numbered`() throws {
    let tags = (1...40).map { "<t>\($0)</t>" }.joined()
    let row = try Self.read(Array("<l><r>\(tags)</r></l>".utf8), record: "l/r", [["x"]])[0]
    let value = try JSONValue(parsing: Array(row[1].utf8).span)
    #expect(value["t"]?.string == "1")
    #expect(value["t[2]"]?.string == "2")
    #expect(value["t[40]"]?.string == "40")
  }

  @Test func `more than sixty-four steps are followed`() throws {
    let fields = (0..<40).map { ["group/f\($0)"] } + [["group/f1/@x"]]
    let elements = (0..<40).reversed().map { "<f\($0) x='a\($0)'>v\($0)</f\($0)>" }.joined()
    let rows = try Self.read(
      Array("<l><r><group>\(elements)</group></r></l>".utf8), record: "l/r", fields)
    #expect(rows.count == 1)
    #expect(rows[0].prefix(40) == (0..<40).map { "v\($0)" }[...])
    #expect(rows[0][40] == "a1")
    #expect(rows[0][41].contains(#""group/f39/@x":"a39""#))
  }

  @Test(arguments: [1, 2, 5, Int.max])
  func `the encoding that the document declares is decoded`(_ step: Int) throws {
    let latin: [UInt8] =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><l><r><a>caf".utf8) + [0xe9, 0xa3]
      + Array("</a></r></l>".utf8)
    #expect(
      try Self.read(latin, record: "l/r", [["a"]], step: step) == [["caf\u{e9}\u{a3}", ""]])
    let utf8: [UInt8] = [0xef, 0xbb, 0xbf] + Array("<l><r><a>caf\u{e9}</a></r></l>".utf8)
    #expect(try Self.read(utf8, record: "l/r", [["a"]], step: step) == [["caf\u{e9}", ""]])
    var utf16: [UInt8] = [0xff, 0xfe]
    for unit in "<?xml version='1.0' encoding='UTF-16'?><l><r><a>caf\u{e9}\u{1f600}</a></r></l>"
      .utf16
    {
      utf16.append(UInt8(unit & 0xff))
      utf16.append(UInt8(unit >> 8))
    }
    #expect(
      try Self.read(utf16, record: "l/r", [["a"]], step: step) == [["caf\u{e9}\u{1f600}", ""]])
  }

  @Test func `a large document in one push has all its records`() throws {
    var bytes = Array("<log>".utf8)
    for i in 0..<20_000 { bytes.append("<r id='\(i)'><a>handle \(i) \u{e9}</a><b>x</b></r>\n") }
    bytes.append("</log>")
    let rows = try Self.read(bytes, record: "log/r", [["@id"], ["a"]])
    #expect(rows.count == 20_000)
    for (i, row) in rows.enumerated() {
      #expect(row == ["\(i)", "handle \(i) \u{e9}", #"{"b":"x"}"#])
    }
  }
}
