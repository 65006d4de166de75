import Bytes
import Foundation
import Ingestion
import TakedownModel
import Testing

/// Files that agencies' systems export, and documents made to be read wrongly, where at hand.
struct XMLSharedFilesTests {
  private static let shared = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared").standardizedFileURL
  private static let reports = shared.appending(path: "fixtures/nibrs")
  private static let cases = shared.appending(path: "cases")

  private static func isAtHand(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.path)
  }

  /// Arrests of police reports: which arrest and which person, each said elsewhere in the report.
  private static let arrests = SourceLayout(
    id: "police", format: .xml(record: "Submission/Report/ArrestSubjectAssociation"),
    fields: [
      .account: ["Activity/@ref -> //Arrest[@id]/ActivityIdentification/IdentificationID"],
      .counts: [
        "Subject/@ref -> //Arrestee[@id]/RoleOfPerson/@ref -> //Person[@id]/PersonSexCode"
      ],
      .action: ["Activity/@ref -> //Arrest[@id]/ArrestCategoryCode"],
      .actionDate: ["Activity/@ref -> //Arrest[@id]/ActivityDate/Date"],
      .category: ["Activity/@ref -> //Arrest[@id]/ArrestCharge/ChargeUCRCode"],
    ])

  @Test(
    .enabled(if: isAtHand(reports), "the police reports are not at hand"),
    arguments: [
      ("nibrs_AllFields_Sample.xml", [",12345,,F,O,2016-02-28,,,64A,"]),
      ("nibrs_GroupBArrest_Sample.xml", [",12345,,M,O,2016-02-28,,,64A,"]),
      (
        "nibrs_GroupBArrest_Sample_multipleArrestees.xml",
        [",12345,,M,O,2016-02-28,,,64A,", ",12345,,M,O,2016-02-28,,,64A,"]
      ),
      ("nibrs_ZeroReport_Sample.xml", []),
    ])
  func `a police report is read through its references`(name: String, rows: [String]) throws {
    let data = try Data(contentsOf: Self.reports.appending(path: name))
    if rows.isEmpty {
      let error = #expect(throws: IngestError.self) {
        _ = try XMLFileReaderTests.ingest(Self.arrests, Array(data))
      }
      #expect(error?.reason.hasPrefix("no element is at") == true)
      return
    }
    let batches = try XMLFileReaderTests.ingest(Self.arrests, Array(data))
    let found = batches.map { $0.records.span.text }.joined().split(separator: "\n")
    #expect(found.count == rows.count)
    for (line, row) in zip(found, rows) { #expect(line.contains(row), "\(line)") }
    #expect(batches.allSatisfy { $0.rejectCount == 0 })
  }

  @Test(.enabled(if: isAtHand(reports), "the police reports are not at hand"))
  func `every police report has one record a report`() throws {
    let layout = SourceLayout(
      id: "police", format: .xml(record: "Submission/Report"),
      fields: [
        .agency: ["ReportHeader/ReportingAgency//OrganizationORIIdentification/IdentificationID"],
        .account: [
          "Incident/ActivityIdentification/IdentificationID",
          "Arrest/ActivityIdentification/IdentificationID",
        ],
        .action: ["ReportHeader/ReportActionCategoryCode"],
        .actionDate: ["Incident/ActivityDate/DateTime", "ReportHeader/ReportDate/YearMonthDate"],
        .category: ["Offense/OffenseUCRCode", "Arrest/ArrestCharge/ChargeUCRCode"],
      ])
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.reports.path)
      .filter { $0.hasSuffix(".xml") }
    #expect(names.count == 8)
    for name in names {
      let data = try Data(contentsOf: Self.reports.appending(path: name))
      let batches = try XMLFileReaderTests.ingest(layout, Array(data))
      #expect(batches.reduce(0) { $0 + $1.recordCount } == 1, "\(name)")
      #expect(batches.map { $0.records.span.text }.joined().contains("WVNDX0100"), "\(name)")
    }
  }

  private static let hostile = [
    ("21-xml-cdata-and-entities", "input.xml", "log/account"),
    ("22-xml-truncated", "truncated.xml", "log/account"),
    ("22-xml-truncated", "unclosed.xml", "log/account"),
    ("22-xml-truncated", "two-roots.xml", "log/account"),
    ("22-xml-truncated", "trailing.xml", "log/account"),
    ("22-xml-truncated", "empty.xml", "log/account"),
    ("24-xml-bomb-and-xxe", "bomb.xml", "log/account"),
    ("24-xml-bomb-and-xxe", "xxe-file.xml", "log/account"),
    ("24-xml-bomb-and-xxe", "parameter.xml", "log/account"),
  ]

  private static func layout(keepsPartial: Bool = false) -> SourceLayout {
    SourceLayout(
      id: "agency", format: .xml(record: "log/account"),
      fields: [.account: ["handle"], .platform: ["platform"]], keepsPartial: keepsPartial)
  }

  @Test(.enabled(if: isAtHand(cases), "the cases are not at hand"), arguments: hostile)
  func `a document that is not whole or means harm is refused`(
    folder: String, name: String, record: String
  ) throws {
    let bytes = Array(
      try Data(contentsOf: Self.cases.appending(path: folder).appending(path: name)))
    let error = #expect(throws: IngestError.self) {
      _ = try XMLFileReaderTests.ingest(Self.layout(), bytes)
    }
    #expect(error?.reason.hasPrefix("line ") == true, "\(String(describing: error))")
  }

  @Test(.enabled(if: isAtHand(cases), "the cases are not at hand"))
  func `a document type elsewhere is not looked for`() throws {
    let file = Self.cases.appending(path: "24-xml-bomb-and-xxe/xxe-http.xml")
    let batches = try XMLFileReaderTests.ingest(Self.layout(), Array(try Data(contentsOf: file)))
    #expect(batches.map { $0.records.span.text }.joined().contains(",sample_a,"))
  }

  @Test(.enabled(if: isAtHand(cases), "the cases are not at hand"))
  func `the records before a break may be kept`() throws {
    let file = Self.cases.appending(path: "22-xml-truncated/truncated.xml")
    let batches = try XMLFileReaderTests.ingest(
      Self.layout(keepsPartial: true), Array(try Data(contentsOf: file)))
    #expect(batches.reduce(0) { $0 + $1.recordCount } == 1)
    #expect(batches.reduce(0) { $0 + $1.rejectCount } == 1)
  }
}
