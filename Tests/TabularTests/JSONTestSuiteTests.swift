import Bytes
import Foundation
import Tabular
import Testing

/// Nicolas Seriot's JSONTestSuite, where a copy lies beside the checkout.
struct JSONTestSuiteTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent()
    .appending(path: "../../../shared/fixtures/JSONTestSuite/test_parsing")

  static func files(_ prefix: String) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".json") }.sorted()
      .map { folder.appending(path: $0) }
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(.enabled(if: isPresent))
  func `all texts that must be accepted are, but for duplicate keys`() throws {
    let files = Self.files("y_")
    #expect(files.count == 95)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      var scanner = JSONScanner(bytes.span)
      _ = try scanner.skipValue()
      try scanner.finish()
      if file.lastPathComponent.hasPrefix("y_object_duplicated_key") {
        #expect(throws: JSONError.self) { try JSONValue(parsing: bytes.span) }
      } else {
        #expect(throws: Never.self, "\(file.lastPathComponent)") {
          try JSONValue(parsing: bytes.span)
        }
      }
    }
  }

  @Test(.enabled(if: isPresent))
  func `all texts that must be refused are`() throws {
    let files = Self.files("n_")
    #expect(files.count == 188)
    for file in files {
      let bytes = [UInt8](try Data(contentsOf: file))
      #expect(throws: JSONError.self, "\(file.lastPathComponent)") {
        try JSONValue(parsing: bytes.span)
      }
    }
  }
}
