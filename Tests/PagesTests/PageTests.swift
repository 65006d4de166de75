import Pages
import ReleaseModel
import Testing

struct PageTests {
  @Test(
    "the page has the sentences, the exact figures, charts, tables and the ways they were counted")
  func contents() throws {
    let release = try Example.release(agencies: ["First", "Second"], platforms: ["One", "Two"])
    let page = try Example.files(of: release)["index.html"] ?? ""
    for part in [
      "<p class=\"sentence\" lang=\"en\" dir=\"auto\">", "Made-up figures", "id=\"exact-agency-0\"",
      "<svg ", "id=\"figures-by-agency\"", "id=\"table-to-date-by-platform\"",
      "id=\"methodology-sources-and-coverage\"", "charts/by-agency.csv", "\"@type\": \"Dataset\"",
      "No figure is marked as revised",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("{{") && !page.contains("id=\"claims\""))
  }

  @Test("a figure that was revised is on the page and in the feed")
  func revisions() throws {
    let release = try Example.release(
      agencies: ["First"], platforms: ["One"],
      note: "the figure was 6 in the release 0003-2025-03-31-5f2c9a10")
    let files = try Example.files(of: release)
    let words = "the figure was 6 in the release 0003-2025-03-31-5f2c9a10"
    #expect(files["index.html"]?.contains("now 7; <bdi>\(words)") == true)
    #expect(
      files["feed.xml"]?.contains("Revised: accounts, All agencies, All platforms, 2023/24") == true
    )
    #expect(files["feed.xml"]?.contains("<summary>Now 7; \(words).</summary>") == true)
  }

  @Test("ids of the feed follow from what the release says; the feed's own stays")
  func identity() throws {
    func ids(_ notice: String) throws -> [String] {
      let release = try Example.release(agencies: ["A"], platforms: ["B"], notice: notice)
      let feed = try Example.files(of: release)["feed.xml"] ?? ""
      return feed.split(separator: "\n").filter { $0.hasPrefix("<id>") }.map(String.init)
    }
    let (first, again, other) = (try ids("x"), try ids("x"), try ids("y"))
    #expect(first == again && first.count == 2)
    #expect(first.first == other.first && first.last != other.last)
  }

  @Test("without any figure there is a page all the same")
  func empty() throws {
    let release = try Example.release(agencies: [], platforms: [])
    let page = try Example.files(of: release)["index.html"] ?? ""
    #expect(page.hasSuffix("</html>\n") && page.contains("id=\"files\""))
  }
}
