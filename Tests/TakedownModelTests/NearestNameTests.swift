import TakedownModel
import Testing

struct NearestNameTests {
  @Test(arguments: [
    ("acount", "account"), ("acton", "action"), ("atcion", "action"), ("CSV", "csv"),
    ("platfrom", "platform"), ("account", "account"), ("plat-form", "platform"),
  ])
  func `a misspelling finds the name that was meant`(word: String, name: String) {
    #expect(
      nearest(word, in: ["action", "account", "csv", "json", "platform"]) == name)
  }

  @Test(arguments: ["", "x", "zebra", "act", "handle", "accountant-general"])
  func `a word that is near to nothing finds nothing`(word: String) {
    #expect(nearest(word, in: ["action", "account", "csv", "platform"]) == nil)
  }

  @Test func `of two equally near names the earlier is taken`() {
    #expect(nearest("cat", in: ["bat", "hat"]) == "bat")
    #expect(nearest("cat", in: ["hat", "bat"]) == "hat")
    #expect(nearest("cats", in: ["bats", "cats"]) == "cats")
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("kitten", "sitting", 3), ("ca", "abc", 3), ("ab", "ba", 1),
  ])
  func `distance counts insertions, deletions, replacements and swaps`(
    left: String, right: String, distance: Int
  ) {
    #expect(editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == distance)
    #expect(editDistance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == distance)
  }

  @Test func `the nearest come first, each once`() {
    let names = ["removal", "removed", "removed", "remover"]
    #expect(nearestNames("remove", in: names, limit: 3) == ["removed", "remover", "removal"])
    #expect(nearestNames("remove", in: names, limit: 1) == ["removed"])
  }
}
