import Foundation
import TakedownModel
import Testing

struct FindingCodeTests {
  /// A code as the sources declare it.
  struct Declaration: Hashable {
    let identifier: String
    let name: String
  }

  private static let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// All Swift sources, the pages of codes apart.
  private static func texts() throws -> (pages: [String], others: [String]) {
    var pages: [String] = []
    var others: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      if path.contains("Findings/FindingCode+") { pages.append(text) } else { others.append(text) }
    }
    return (pages, others)
  }

  private static func declarations(_ pages: [String]) -> [Declaration] {
    let pattern = #/static let (\w+) = FindingCode\(\s*"([^"]+)"/#
    return pages.flatMap { page in
      page.matches(of: pattern).map { Declaration(identifier: "\($0.1)", name: "\($0.2)") }
    }
  }

  @Test(arguments: FindingCode.all)
  func `a code has a page with all its parts`(code: FindingCode) {
    #expect(code.name.wholeMatch(of: #/[a-z0-9]+(-[a-z0-9]+)*/#) != nil)
    #expect(code.name.count <= 40)
    #expect(!code.title.isEmpty && !code.title.hasSuffix(".") && !code.title.contains("\n"))
    for part in [code.occurs, code.effect, code.remedy] {
      #expect(part.hasSuffix("."), "\(part)")
      #expect(part.first?.isLowercase == false, "\(part)")
      #expect(!part.contains("\n") && !part.contains("  "), "\(part)")
      #expect(code.page.replacing("\n  ", with: " ").contains(part))
    }
    #expect(code.example?.contains("\n") != true && code.example?.isEmpty != true)
    #expect(code.page.contains("For instance") == (code.example != nil))
    #expect(code.page.split(separator: "\n").allSatisfy { $0.count <= 110 })
    #expect(FindingCode.named(code.name) == code)
  }

  @Test func `names and titles of codes are there once`() {
    let names = FindingCode.all.map(\.name)
    #expect(names == Set(names).sorted())
    #expect(FindingCode.all.count > 80)
  }

  @Test func `every code that is declared is listed, and none but these`() throws {
    let declared = Self.declarations(try Self.texts().pages).map(\.name).sorted()
    #expect(declared == FindingCode.all.map(\.name))
  }

  @Test func `every code is given somewhere`() throws {
    let (pages, others) = try Self.texts()
    // The codes of registers are made of the names of the registers.
    let registers = ["platforms", "agencies", "categories", "actions", "counts"].map {
      "unmapped-\($0)"
    }
    for code in Self.declarations(pages) where !registers.contains(code.name) {
      let use = try Regex("\\.\(code.identifier)\\b")
      let isGiven = others.contains {
        $0.contains("\"\(code.name)\"") || $0.firstMatch(of: use) != nil
      }
      #expect(isGiven, "\(code.name)")
    }
  }

  @Test func `a name that no code has is none`() {
    #expect(FindingCode.named("no-such-code") == nil)
    #expect(FindingCode.named("") == nil)
  }
}
