import Datasets
import Publication
import ReleaseModel
import Tabular
import Testing

/// The page on what was said in public, and the tables beside it.
struct ClaimsPageTests {
  private func release(
    _ claims: SaidClaims?, notice: String = ""
  ) throws -> [String: String] {
    let release = try Publish(settings: Example.settings(notice: notice))
      .run(Example.input(claims: claims))
    let files = release.texts + TidyFiles().files(of: release)
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private func page(_ claims: SaidClaims, notice: String = "") throws -> String {
    try #require(release(claims, notice: notice)["claims.md"])
  }

  @Test func `without a register there is neither a page nor a table`() throws {
    #expect(try release(nil).keys.allSatisfy { !$0.contains("claim") })
  }

  @Test(arguments: [
    "# Accounts taken down: what was said in public", "**Made-up data**",
    "The register has 2 statements. One set of statements cannot all hold.",
    "| Statements against each other | cannot hold | 1 |", "| Statements not read | not read | 1 |",
    "### 1. Short by 1,001: 3 statements about the National Crime Agency",
    "taking accounts and pages as one unit",
    "| more than 8,000 | accounts | 1 January 2024 to 31 December 2024 | Home Office | 1 April 2025 "
      + "| 8,001 to 8,999 | 17,500 |",
    "Together at least: 11,500 + 17,500 = 29,000.", "Together at most: 27,999.",
    "It is short by 1,001: 29,000 - 27,999 = 1,001.", "\nAt least 1,001 were counted again.\n",
    "### 1. “+40%” (Home Office, 1 April 2025)",
    "- An end of that range: 8,999 / 5,550 - 1 = +62.1%",
    "- Verdict: **can agree**, where “more than 8,000” stands for 8,001 to 8,192.",
    "| 8,001 to 8,999 | 8,000 | cannot agree | the records count 8,000 |",
    "| Home Office | 1 April 2025 | no qualifier |",
    "- This does not say which figure is wrong.",
    "- Home Office, 1 April 2025: A statement <https://example.org/a>",
  ])
  func `the page says who said what, when and of which days`(line: String) throws {
    #expect(try page(Example.claims(), notice: "Made-up data").contains(line))
  }

  @Test func `contradictions come first`() throws {
    let page = try page(Example.claims())
    let titles = page.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(
      titles == [
        "## Summary", "## Statements that cannot all hold", "## Stated changes",
        "## Against the records", "## Not read", "## How the words were read", "## Sources",
      ])
  }

  @Test func `a register without rows has a page that says so`() throws {
    let page = try page(
      SaidClaims(
        checks: Table(columns: Example.checkColumns),
        figures: Table(columns: Example.claimFigureColumns), reading: []))
    #expect(
      page.contains(
        "The register has no statements. No statements were found that cannot all hold."))
    #expect(!page.contains("|"))
  }

  @Test func `what is hidden has its mark, on the page and in the table`() throws {
    let claims = Example.claims(
      ["status": "c", "records": "", "verdict": "", "note": "", "short_by": ""])
    let files = try release(claims)
    let page = try #require(files["claims.md"])
    #expect(page.contains("| 8,001 to 8,999 | \\[c\\] | \\[c\\] |  |"))
    #expect(page.contains("`[c]`: not shown"))
    let table = try Table(csv: Array(#require(files["data/claims.csv"]).utf8))
    let status = try #require(table.index(of: "status"))
    #expect(table.rows[2][status] == "c")
  }

  @Test(arguments: [
    "a | b", "a\nb", "a\r\n\n# b", "<script>alert(1)</script>", "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)", "`code`", "*bold* _it_ ~~no~~", "&lt;", "\\", "a\u{202e}b",
    "a\u{2066}b\u{200f}", "a\u{2028}b\u{2029}c", "- item", "1. item", "> quote", "    code",
    "https://example.org", "www.example.org", "a@example.org", "| --- |", "</td>", "$x$", "#5",
    "a\u{0}b\u{1b}[0m", "=HYPERLINK(1)", "---", "+ item", "2) item",
  ])
  func `hostile texts stay in their place and are nothing but text`(text: String) throws {
    let plain = try page(
      Example.claims(["note": "n", "change_said": "c"], figures: ["publisher": "p"]))
    let cells = [
      "publisher": text, "source_title": text, "source_url": text, "counts": text, "agency": text,
    ]
    let page = try page(
      Example.claims(
        ["note": text, "change_said": text, "agency": text, "measure": text, "counts": text],
        figures: cells))
    // No line more, no cell more, and nothing with a meaning in Markdown or HTML.
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let plainLines = plain.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == plainLines.count)
    for (line, plain) in zip(lines, plainLines) {
      #expect(Self.marks(line) == Self.marks(plain), "\(line)")
      #expect(!Self.startsBlock(line), "\(line)")
    }
    #expect(page.unicodeScalars.allSatisfy { !$0.properties.isBidiControl })
    #expect(
      page.unicodeScalars.allSatisfy { scalar in
        scalar == "\n"
          || ![.control, .lineSeparator, .paragraphSeparator].contains(
            scalar.properties.generalCategory)
      })
  }

  /// Marks that Markdown would act on, in their order: those without a backslash before them.
  ///
  /// The ends of a link to a plain address of the web count as none.
  private static func marks(_ line: Substring) -> String {
    let text = line.replacing(#/<https?://[^\s<>]*>/#, with: "")
    var found = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if "`*_[]|~#<$@".unicodeScalars.contains(scalar) {
        found.unicodeScalars.append(scalar)
      }
    }
    #expect(!text.contains("://") && !text.contains("www."), "\(line)")
    return found
  }

  /// Whether an item of a list begins a block of its own.
  private static func startsBlock(_ line: Substring) -> Bool {
    line.hasPrefix("- ") && line.dropFirst(2).contains(#/^(\s|[-+>=#]|[0-9]+[.)]( |$))/#)
  }

  @Test func `an address is a link only where it is plainly one`() throws {
    for (address, isLink) in [
      ("https://example.org/a?b=c&d", true), ("http://example.org", true),
      ("javascript:alert(1)", false), ("https://example.org/a b", false),
      ("https://example.org/>x", false), ("https://example.org/\u{202e}", false),
    ] {
      let page = try page(Example.claims(figures: ["source_url": address]))
      #expect(page.contains("<\(address)>") == isLink, "\(address)")
    }
  }

  @Test(arguments: [
    ("kind", "guessed", "'together', 'stated-change', 'records' or 'not-read'"),
    ("records", "many", "a whole number"), ("at_least", "-1", "0 or more"),
  ])
  func `a cell that is not what its column says is reported`(
    column: String, cell: String, expected: String
  ) {
    let input = Example.input(claims: Example.claims([column: cell]))
    let error = #expect(throws: PublicationError.self) {
      try Publish(settings: Example.settings()).run(input)
    }
    #expect(
      error?.description
        == "table 'claims': row 1, column '\(column)': expected \(expected), found '\(cell)'")
  }
}
