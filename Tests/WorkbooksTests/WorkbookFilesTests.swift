import Bytes
import Containers
import Foundation
import FoundationXML
import ReleaseModel
import Spreadsheets
import TestSupport
import Testing

@testable import Workbooks

struct WorkbookFilesTests {
  /// Names that did harm elsewhere.
  static let hostile = [
    "=1+1", "+1", "-1+2", "@SUM(A1)", "=HYPERLINK(\"http://a\",\"b\")", "<script>", "]]>", "&amp;",
    "a\u{0}b", "\u{202e}evil", "_x0041_", "'quoted'", "\"", "  two  spaces ", " ", "\u{2028}",
    "\t=1", String(repeating: "long ", count: 9000), "\u{ffff}", "اسم", "😀",
  ]

  private static func sheet(_ name: String, _ files: [ReleaseFile]) throws -> String {
    let file = try #require(files.first { $0.path == "takedowns.xlsx" })
    let workbook = try Spreadsheets.Workbook(ArraySource(file.bytes), file: file.path)
    let source = try workbook.sheet(name)
    var text: [UInt8] = []
    while try source.read(into: &text, upTo: 1 << 16) > 0 {}
    return String(decoding: text, as: UTF8.self)
  }

  /// The parts of the ODS by their names.
  private static func parts(_ files: [ReleaseFile]) throws -> [String: String] {
    let file = try #require(files.first { $0.path == "takedowns.ods" })
    // As a plain archive: a document of an office program is not taken apart.
    var bytes = file.bytes
    let kind = Array("mimetype".utf8)
    let places = bytes.indices.dropLast(8).filter { Array(bytes[$0..<$0 + 8]) == kind }
    for place in places { bytes.replaceSubrange(place..<place + 8, with: "mimekind".utf8) }
    let reader = ContainerReader(ArraySource(bytes), file: "parts.zip")
    var parts: [String: String] = [:]
    while var member = try reader.next() {
      var content: [UInt8] = []
      while try member.source.read(into: &content, upTo: 1 << 16) > 0 {}
      let name = member.path.split(separator: "!").last.map(String.init) ?? ""
      parts[name] = String(decoding: content, as: UTF8.self)
    }
    return parts
  }

  @Test func `a workbook is the same each time, in whatever zone`() throws {
    let release = Example.release([Example.table(), Example.table(name: "rates")])
    let first = try bothFiles(of: release)
    #expect(first.map(\.path) == ["takedowns.xlsx", "takedowns.ods"])
    #expect(try bothFiles(of: release) == first)
  }

  @Test func `the XLSX is read back as it was`() throws {
    let rows = [Example.row, ["B", "", "", "", "c", "[p]"]]
    let text = try Self.sheet(
      "Accounts", bothFiles(of: Example.release([Example.table(rows)])))
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines.first?.hasPrefix("Counts by agency") == true)
    #expect(
      lines.suffix(3) == [
        "Agency,First day,Value (accounts),Percent change (per cent),Status,Marks",
        "A police,2024-07-01,18000,87.6,final,",
        "B,,[c],[c],c,[p]",
      ])
  }

  @Test func `hostile names stay text in both`() throws {
    let rows = Self.hostile.map { [$0, "2024-07-01", "1", "1.0", $0, $0] }
    let files = try bothFiles(of: Example.release([Example.table(rows)]))
    let text = try Self.sheet("Accounts", files)
    for name in Self.hostile {
      let shown = SheetText.shown(name).replacing("\"", with: "\"\"")
      #expect(text.contains(shown), "\(name.prefix(20))")
    }
    let content = try #require(Self.parts(files)["content.xml"])
    #expect(!content.contains("formula"))
    let document = try XMLDocument(data: Data(content.utf8))
    let cells = try document.nodes(forXPath: "//*[local-name()='table-cell']")
    #expect(cells.count > 6 * Self.hostile.count)
  }

  @Test func `a text that grows when it is escaped is cut, not refused`() throws {
    let row = [String(repeating: "_x0041_", count: 4600), "", "1", "1.0", "", ""]
    let files = try bothFiles(of: Example.release([Example.table([row])]))
    let text = try Self.sheet("Accounts", files)
    #expect(text.contains("… (cut)"))
  }

  @Test func `spaces that follow one another stay in the ODS`() {
    var bytes: [UInt8] = []
    bytes.append(paragraph: " a  b <&\"> ")
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "<text:p><text:s/>a <text:s/>b &lt;&amp;&quot;&gt;<text:s/></text:p>")
  }

  @Test func `the ODS says its kind in its first bytes and lists its parts`() throws {
    let files = try bothFiles(of: Example.release())
    let bytes = try #require(files.last).bytes
    #expect(Array(bytes[30..<38]) == Array("mimetype".utf8))
    #expect(Array(bytes[38..<84]) == Array(ODSWriter.type.utf8))
    let parts = try Self.parts(files)
    let manifest = try #require(parts["META-INF/manifest.xml"])
    for part in parts.keys where part != "mimekind" && !part.hasPrefix("META-INF") {
      #expect(manifest.contains("\"\(part)\""))
    }
    #expect(parts["meta.xml"]?.contains("<dc:date>2025-03-31T12:00:00Z</dc:date>") == true)
  }

  @Test(arguments: [(1, "A"), (26, "Z"), (27, "AA"), (32, "AF"), (702, "ZZ"), (703, "AAA")])
  func `columns have letters`(number: Int, letters: String) {
    #expect(ODSContent.letters(number) == letters)
  }

  @Test func `an archive is read back, small, large and empty`() throws {
    var generator = SeededGenerator(seed: 6)
    let noise = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let contents = [[], Array("text".utf8), Array(repeating: 0x61, count: 1_000_000), noise]
    var archive = ZipWriter()
    for (i, content) in contents.enumerated() { try archive.add("\(i).txt", content) }
    let reader = ContainerReader(ArraySource(archive.finish()), file: "a.zip")
    var found: [[UInt8]] = []
    while var member = try reader.next() {
      var content: [UInt8] = []
      while try member.source.read(into: &content, upTo: 1 << 16) > 0 {}
      found.append(content)
    }
    #expect(found == contents)
  }
}
