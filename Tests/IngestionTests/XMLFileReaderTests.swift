import Bytes
import Ingestion
import TakedownModel
import Testing

struct XMLFileReaderTests {
  private func rows(_ text: String, keepsPartial: Bool = false) throws -> Int {
    let layout = SourceLayout(
      id: "agency", format: .xml(record: "log/takedown"), fields: [.account: ["handle"]],
      keepsPartial: keepsPartial)
    var file = try FileIngest(
      layout: layout, file: "log.xml", source: ArraySource(Array(text.utf8)))
    while try file.next() != nil {}
    return file.rowCount
  }

  @Test(arguments: [
    ("<log><takedown><handle>a</handle></takedown><takedown/></log>", 2), ("<log/>", 0),
    ("<log></log>", 0),
  ])
  func `an empty log is a log`(text: String, count: Int) throws {
    #expect(try rows(text) == count)
  }

  @Test(arguments: [
    "<register><takedown><handle>a</handle></takedown></register>",
    "<log><removal><handle>a</handle></removal></log>",
  ])
  func `a path that leads nowhere is an error`(text: String) {
    let error = #expect(throws: IngestError.self) { try rows(text) }
    #expect(error?.reason.hasPrefix("no element is at 'log/takedown'") == true)
  }

  @Test func `a document that breaks off is an error unless it may be kept in part`() throws {
    let text = "<log><takedown><handle>a</handle></takedown><takedown><han"
    #expect(throws: IngestError.self) { try rows(text) }
    #expect(try rows(text, keepsPartial: true) == 2, "a record and the fault as a reject")
  }
}
