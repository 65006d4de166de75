import Testing

@testable import TakedownPipeline

struct ConfigurationPathTests {
  @Test(arguments: [
    "version", "reporting.as_of", "sources[0].time_zone", "sources[12].path[3]", "a[0][1].b",
  ])
  func `a path reads as it is written`(text: String) throws {
    #expect(try #require(ConfigurationPath(text)).description == text)
  }

  @Test(arguments: [
    "", ".", "a.", ".a", "a..b", "[0]", "a[", "a[]", "a[x]", "a[-1]", "a[+1]", "a[0", "a[0]b",
    "a]", "a[99999999999999999999]",
  ])
  func `anything else is no path`(text: String) {
    #expect(ConfigurationPath(text) == nil)
  }
}
