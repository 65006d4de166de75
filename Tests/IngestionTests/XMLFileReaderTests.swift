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

  @Test func `a record that refers to nothing is a reject among the others`() throws {
    let layout = SourceLayout(
      id: "agency", format: .xml(record: "log/takedown"),
      fields: [.account: ["@of -> log/account[@id]/handle"], .action: ["what"]])
    let text = """
      <log><takedown of="1"><what>removed</what></takedown>
      <takedown of="2"><what>closed</what></takedown><account id="1"><handle>a</handle></account></log>
      """
    let batches = try Self.ingest(layout, Array(text.utf8))
    #expect(batches.map { $0.records.span.text }.joined().contains("1,,,a,,,removed"))
    #expect(
      batches.map { $0.rejects.span.text }.joined().contains("agency,log.xml,2,2,@of -> "))
    #expect(batches.reduce(0) { $0 + $1.rowCount } == 2)
  }

  static func ingest(_ layout: SourceLayout, _ bytes: [UInt8]) throws -> [IngestedBatch] {
    var file = try FileIngest(layout: layout, file: "log.xml", source: ArraySource(bytes))
    var batches: [IngestedBatch] = []
    while let work = try file.next() { batches.append(file.ingest(work)) }
    return batches
  }
}
