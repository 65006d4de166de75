import Bytes
import Foundation
import Testing
import XMLStreaming

/// Public collections of documents, ill-formed and well-formed, where they are at hand.
struct XMLConformanceTests {
  private static let collections = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "../shared/fixtures/xml").standardizedFileURL
  private static let libxml2 = collections.appending(path: "libxml2/test")
  private static let hasLibxml2 = FileManager.default.fileExists(atPath: libxml2.path)
  private static let archive = collections.appending(path: "xmltest/xmltest.zip")
  private static let unzip = URL(filePath: "/usr/bin/unzip")
  private static let hasXMLTest =
    FileManager.default.fileExists(atPath: archive.path)
    && FileManager.default.isExecutableFile(atPath: unzip.path)

  /// Why a document is refused; nil when it is read to its end.
  private static func refusal(_ bytes: [UInt8], step: Int) -> String? {
    do {
      var reader = try XMLRecordReader(record: XMLPath("//*"), fields: [])
      var offset = 0
      while offset < bytes.count {
        let end = min(offset + step, bytes.count)
        try reader.push(bytes.span.extracting(offset..<end))
        _ = reader.takeBatch()
        offset = end
      }
      try reader.finish()
      return nil
    } catch {
      return error.description
    }
  }

  /// The files of a folder with the reason of each that is refused.
  private static func outcomes(
    _ folder: URL, _ isWanted: (String) -> Bool = { _ in true }
  ) throws -> [String: String?] {
    var outcomes: [String: String?] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let file = folder.appending(path: name)
      guard isWanted(name), let data = try? Data(contentsOf: file) else { continue }
      let bytes = Array(data)
      let whole = refusal(bytes, step: .max)
      if bytes.count < 50_000 {
        let pieces = refusal(bytes, step: 1)
        #expect((whole == nil) == (pieces == nil), "\(name) by bytes: \(pieces ?? "read")")
      }
      outcomes.updateValue(whole, forKey: name)
    }
    return outcomes
  }

  private static func read(_ outcomes: [String: String?]) -> Set<String> {
    Set(outcomes.filter { $0.value == nil }.keys)
  }

  /// Refused because they declare or use an entity, whose text would otherwise be missing.
  private static func expectEntities(
    _ outcomes: [String: String?], _ names: Set<String>, _ place: SourceLocation = #_sourceLocation
  ) {
    let refused = outcomes.compactMapValues { $0 }
    #expect(Set(refused.keys) == names, sourceLocation: place)
    for (name, reason) in refused {
      let isEntity = reason.contains("entity of its own") || reason.contains("not defined")
      #expect(isEntity, "\(name): \(reason)", sourceLocation: place)
    }
  }

  // MARK: - libxml2

  /// Well-formed, or at fault only where namespaces are concerned, which makes no text unsure.
  private static let readErrors: Set<String> = [
    "attr3.xml",  // Declares an attribute twice, which is allowed: the first counts.
    "dup-xml-attr2.xml", "ns-undeclared.xml",  // Prefixes.
    "quadratic-defattr.xml",  // Many attributes with defaults, in bounds.
  ]

  @Test(.enabled(if: hasLibxml2, "the documents of libxml2 are not at hand"))
  func `libxml2's ill-formed documents are refused`() throws {
    for folder in ["errors", "errors10"] {
      let outcomes = try Self.outcomes(Self.libxml2.appending(path: folder))
      #expect(!outcomes.isEmpty)
      let read = folder == "errors" ? Self.readErrors : []
      #expect(Self.read(outcomes) == read, "\(folder)")
    }
  }

  @Test(.enabled(if: hasLibxml2, "the documents of libxml2 are not at hand"))
  func `libxml2's documents about namespaces are read unless they are ill-formed`() throws {
    let outcomes = try Self.outcomes(Self.libxml2.appending(path: "namespaces"))
    let refused = outcomes.filter { $0.value != nil }
    #expect(Set(refused.keys) == ["err_10.xml", "err_11.xml"], "an attribute twice")
  }

  private static let withEntities: Set<String> = [
    "att10", "att11", "att7", "bigentname.xml", "boundaries1.xml", "dtd12",
    "ent1", "ent10", "ent11", "ent12", "ent13", "ent2", "ent3", "ent4", "ent6", "ent6hex", "ent7",
    "ent8", "ent9", "ent_738805.xml", "entity-in-ns-uri.xml", "eve.xml", "issue655.xml",
    "undeclared-entity.xml",
  ]

  @Test(.enabled(if: hasLibxml2, "the documents of libxml2 are not at hand"))
  func `libxml2's well-formed documents are read unless they have entities`() throws {
    let outcomes = try Self.outcomes(Self.libxml2)
    Self.expectEntities(outcomes, Self.withEntities)
  }

  private static let validWithEntities: Set<String> = [
    "694228.xml", "737840.xml", "UTF16Entity.xml", "cond_sect1.xml", "huge.xml", "id2.xml",
    "id3.xml", "index.xml", "pe-in-text-decl.xml", "pe-latin1.xml", "pe-test.xml",
    "pe-val-latin1.xml", "rss.xml", "t11.xml", "t4.xml", "t4a.xml", "t6.xml", "t8.xml", "t8a.xml",
    "t9.xml", "t9a.xml", "xlink.xml",
  ]

  @Test(.enabled(if: hasLibxml2, "the documents of libxml2 are not at hand"))
  func `libxml2's valid documents are read unless they have entities`() throws {
    let outcomes = try Self.outcomes(Self.libxml2.appending(path: "valid"))
    Self.expectEntities(outcomes, Self.validWithEntities)
  }

  @Test(.enabled(if: hasLibxml2, "the documents of libxml2 are not at hand"))
  func `libxml2's entity bombs are refused`() throws {
    let outcomes = try Self.outcomes(Self.libxml2.appending(path: "recurse")) {
      $0.hasSuffix(".xml")
    }
    #expect(outcomes.count > 5)
    // Nothing is declared in these two, only elsewhere, where nobody looks.
    #expect(Self.read(outcomes) == ["lol_ip_content.xml", "lol_ip_value.xml"])
  }

  // MARK: - James Clark's collection

  private static let clarkWithEntities: [String: Set<Int>] = [
    "valid/sa": [
      23, 24, 53, 65, 66, 68, 70, 82, 83, 85, 86, 87, 88, 89, 91, 94, 97, 100, 101, 108, 110, 114,
      115, 117, 118,
    ],
    "valid/not-sa": [11, 12, 14, 15, 16, 26, 31], "valid/ext-sa": Set(1...14), "invalid": [],
  ]

  @Test(.enabled(if: hasXMLTest, "the collection, or unzip to unpack it, is not at hand"))
  func `James Clark's documents are read and refused as he says`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = Self.unzip
    process.arguments = ["-q", Self.archive.path, "-d", folder.path]
    try process.run()
    process.waitUntilExit()
    let root = folder.appending(path: "xmltest")

    let illFormed = try Self.outcomes(root.appending(path: "not-wf/sa")) { $0.hasSuffix(".xml") }
    #expect(illFormed.count == 186)
    #expect(Self.read(illFormed) == [])
    let elsewhere = try Self.outcomes(root.appending(path: "not-wf/ext-sa")) {
      $0.hasSuffix(".xml")
    }
    #expect(Self.read(elsewhere) == [])
    for (name, numbers) in Self.clarkWithEntities.sorted(by: { $0.key < $1.key }) {
      let outcomes = try Self.outcomes(root.appending(path: name)) { $0.hasSuffix(".xml") }
      #expect(!outcomes.isEmpty, "\(name)")
      Self.expectEntities(outcomes, Set(numbers.map { String(format: "%03d.xml", $0) }))
    }
    // All but one are at fault in a file of their own, which is not read.
    let notRead = try Self.outcomes(root.appending(path: "not-wf/not-sa")) { $0.hasSuffix(".xml") }
    #expect(Set(notRead.filter { $0.value != nil }.keys) == ["002.xml"])
  }
}
