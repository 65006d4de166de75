import Bytes
import TakedownModel
import TestSupport
import Testing

@testable import Spreadsheets

struct WorkbookTests {
  private static let row = "<row><c><v>1</v></c></row>"

  private func workbook(_ sheets: TestWorkbook.Sheet...) -> TestWorkbook {
    var workbook = TestWorkbook(rows: "")
    workbook.sheets = sheets
    return workbook
  }

  private func error(_ bytes: [UInt8]) -> SpreadsheetError? {
    #expect(throws: SpreadsheetError.self) { try TestWorkbook.read(bytes) }
  }

  @Test func `the first visible sheet is read and the others are named`() throws {
    let workbook = workbook(
      .init(name: "Old", state: "hidden", rows: Self.row), .init(name: "A & <B>", rows: "<row/>"),
      .init(name: "Blank", rows: "<row><c s=\"0\"/></row>"), .init(name: "Notes", rows: Self.row))
    let book = try Workbook(ArraySource(workbook.bytes), file: "log.xlsx")
    #expect(book.sheets.map(\.name) == ["Old", "A & <B>", "Blank", "Notes"])
    #expect(book.sheets.map(\.isHidden) == [true, false, false, false])
    #expect(try book.sheet().sheet == "A & <B>")
    #expect(
      try workbook.read().findings.map(\.description) == [
        """
        sheet 'A & <B>': warning: other sheets hold data too and are not read here: 'Old' \
        (hidden), 'Notes'; name each sheet that is meant [other-sheets]
        """
      ])
    let named = try workbook.read("Old")
    #expect(named.text == "1\n")
    #expect(named.findings.map(\.code) == [.hiddenSheet, .otherSheets])
    #expect(named.findings.map(\.severity) == [.note, .note])
  }

  @Test func `an unknown sheet is an error with what there is`() throws {
    let workbook = workbook(.init(name: "Removals"), .init(name: "Notes"))
    #expect(
      throws: SpreadsheetError(
        .unknownSheet, "log.xlsx",
        "no sheet 'removal'; the workbook has 'Removals', 'Notes'; did you mean 'Removals'?")
    ) { try workbook.read("removal") }
    #expect(
      throws: SpreadsheetError(
        .unknownSheet, "log.xlsx", "no sheet 'Q1'; the workbook has 'Removals', 'Notes'")
    ) { try workbook.read("Q1") }
    #expect(
      throws: SpreadsheetError(
        .unknownSheet, "log.xlsx",
        "all worksheets are hidden; expected one to read; name one of them: 'A'")
    ) { try self.workbook(.init(name: "A", state: "veryHidden")).read() }
  }

  @Test func `strict workbooks are read`() throws {
    var workbook = TestWorkbook(
      rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>")
    workbook.space = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    workbook.links = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    #expect(try workbook.read().text == "a\n")
  }

  @Test func `any other file is refused in words`() throws {
    let ole: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    func utf16(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }
    let locked = try #require(error(ole + utf16("EncryptedPackage")))
    #expect(locked.code == .encrypted)
    #expect(locked.reason.contains("password"))
    #expect(try #require(error(ole + utf16("Workbook"))).reason.contains("old XLS format"))
    #expect(try #require(error(ole)).reason.contains("old Office document"))
    #expect(try #require(error([])).reason.contains("the file is empty"))
    #expect(try #require(error(Array("a,b\n1,2\n".utf8))).reason.contains("no workbook"))

    var zip = StoredZip()
    zip.add("a.csv", [0x61])
    #expect(try #require(error(zip.finished())).reason.contains("zip archive of other files"))
    zip = StoredZip()
    zip.add("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))
    zip.add("META-INF/manifest.xml", [])
    #expect(try #require(error(zip.finished())).reason.contains("ODS"))
    zip = StoredZip()
    zip.add("a", [1], flags: 1)
    #expect(try #require(error(zip.finished())).code == .encrypted)

    var workbook = TestWorkbook(rows: Self.row)
    for (type, word) in [
      ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "XLSB"),
      ("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "text"),
    ] {
      workbook.extraParts["[Content_Types].xml"] = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Override PartName="/odd/book.xml" ContentType="\(type)"/></Types>
        """
      let found = try #require(error(workbook.bytes))
      #expect(found.code == .notAnXLSXWorkbook)
      #expect(found.reason.contains(word))
    }
  }

  private static let damage: [Case<[String: String], String>] = [
    Case(
      "a document type",
      [
        "odd/tab0.xml":
          "<!DOCTYPE worksheet [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>"
      ], "a document type is declared"),
    Case("another root", ["odd/tab0.xml": "<html/>"], "expected the element 'worksheet'"),
    Case(
      "no name space", ["odd/tab0.xml": "<worksheet/>"], "expected the element 'worksheet'"),
    Case("an unfinished part", ["looks.xml": "<styleSheet xmlns="], "line 1"),
    Case(
      "elements in elements",
      [
        "odd/tab0.xml":
          "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
          + String(repeating: "<x>", count: 256)
      ], "nested more than 256 deep"),
    Case("an empty part", ["odd/book.xml": ""], "expected well-formed XML"),
    Case("a part that is there twice", ["ODD/Book.xml": "x"], "is in it twice"),
    Case(
      "a sheet nobody holds",
      [
        "odd/_rels/book.xml.rels":
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"
      ], "nothing says where the sheet 'Log' is"),
  ]

  @Test(arguments: damage) func `damaged parts are refused`(
    row: Case<[String: String], String>
  ) throws {
    var workbook = TestWorkbook(rows: Self.row)
    workbook.extraParts = row.input
    let found = try #require(error(workbook.bytes))
    #expect(found.code == .damaged)
    #expect(found.reason.contains(row.expected), "\(found)")
  }

  @Test func `a workbook cut off anywhere is an error`() throws {
    let bytes = TestWorkbook(
      rows: Self.row + "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>a</t></si>"
    ).bytes
    #expect(try TestWorkbook.read(bytes).text == "1\na\n")
    for length in 0..<bytes.count {
      #expect(throws: SpreadsheetError.self, "\(length)") {
        try TestWorkbook.read(Array(bytes[..<length]))
      }
    }
  }

  @Test func `a changed byte is never another text`() throws {
    let bytes = TestWorkbook(rows: Self.row).bytes
    for offset in bytes.indices {
      var changed = bytes
      changed[offset] ^= 4
      do {
        #expect(try TestWorkbook.read(changed).text == "1\n", "\(offset)")
      } catch {
        #expect(error is SpreadsheetError, "\(offset)")
      }
    }
  }

  @Test func `limits end the reading`() throws {
    let workbook = TestWorkbook(
      rows: "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>0</v></c></row>",
      strings: "<si><t>\(String(repeating: "a", count: 3000))</t></si>")
    #expect(try workbook.read().text.utf8.count == 6002)
    let keys: [(WritableKeyPath<SpreadsheetLimits, Int>, Int)] = [
      (\.fileBytes, 4000), (\.entries, 5), (\.partBytes, 2000), (\.cellBytes, 2999),
      (\.sharedStringBytes, 3007), (\.smallTextBytes, 4000),
    ]
    for (key, value) in keys {
      var limits = SpreadsheetLimits()
      limits[keyPath: key] = value
      limits.textRatio = 0
      let found = try #require(
        #expect(throws: SpreadsheetError.self, "\(value)") { try workbook.read(limits: limits) })
      #expect(found.code == .tooLarge, "\(found)")
    }
    var limits = SpreadsheetLimits()
    limits.smallPartBytes = 100
    #expect(try workbook.read(limits: limits).text.utf8.count == 6002)
    limits.heldRatio = 0
    let found = try #require(
      #expect(throws: SpreadsheetError.self) { try workbook.read(limits: limits) })
    #expect(found.reason.contains("more than 0 times the size of the file"))
  }
}
