import Testing

@testable import TakedownPipeline

struct SourcePathTests {
  @Test(
    arguments: [
      ("a/*.csv", "a/*.csv", nil), ("dumps/*.zip!*.csv", "dumps/*.zip", "*.csv"),
      ("a.zip!b/c.csv", "a.zip", "b/c.csv"),
    ] as [(String, String, String?)])
  func `what follows a '!' names members of archives`(
    text: String, files: String, members: String?
  ) throws {
    let path = try #require(SourcePath(text))
    #expect(path.filePattern == files && path.memberPattern == members)
  }

  @Test(arguments: ["", "!", "a!", "!a", "a!b!c"])
  func `a side without a name is none`(text: String) {
    #expect(SourcePath(text) == nil)
  }
}
