import Testing

@testable import Workbooks

struct XLSXCheckTests {
  private static func workbook() throws -> Workbook {
    let rows = (1...400).map { ["Agency \($0)", "2024-07-01", "\($0)", "87.6", "final", ""] }
    return try Workbook(Example.release([Example.table(rows)]))
  }

  @Test func `a workbook that holds all is let through`() throws {
    let workbook = try Self.workbook()
    try XLSXCheck(workbook).check(ZipParts(XLSXWriter(workbook).bytes()).parts)
  }

  @Test func `a part that lost its end, its beginning or a block is noticed`() throws {
    let workbook = try Self.workbook()
    let parts = try ZipParts(XLSXWriter(workbook).bytes()).parts
    let check = XLSXCheck(workbook)
    for (number, part) in parts.enumerated() {
      let size = part.content.count
      // A block in the midst of a small part cannot be lost alone.
      let block = size > 3 * 4096 ? [4096..<8192] : []
      for lost in [0..<min(size, 4096), size / 2..<size, 0..<size] + block {
        var damaged = parts
        damaged[number].content.removeSubrange(lost)
        #expect(throws: WorkbookError.self, "\(part.name) without \(lost)") {
          try check.check(damaged)
        }
      }
    }
    #expect(parts.contains { $0.content.count > 3 * 4096 })
  }

  @Test func `a sheet or a text that is missing is noticed`() throws {
    let workbook = try Self.workbook()
    let parts = try ZipParts(XLSXWriter(workbook).bytes()).parts
    #expect(throws: WorkbookError.self) {
      try XLSXCheck(workbook).check(parts.filter { !$0.name.hasSuffix("sheet1.xml") })
    }
    let texts = try #require(parts.firstIndex { $0.name == "xl/sharedStrings.xml" })
    var fewer = parts
    let xml = String(decoding: fewer[texts].content, as: UTF8.self)
    fewer[texts].content = Array(
      xml.replacing("<si><t>Agency 7</t></si>", with: "").utf8)
    #expect(fewer[texts].content.count < parts[texts].content.count)
    #expect(throws: WorkbookError.self) { try XLSXCheck(workbook).check(fewer) }
  }
}
