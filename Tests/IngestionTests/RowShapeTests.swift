import Ingestion
import TakedownModel
import Testing

struct RowShapeTests {
  private static func shape(
    derive pattern: String = "(?<unit>account|page)s?", from: String = "what", set: String = "x",
    condition: String = "{unit}"
  ) -> RowShape {
    RowShape(
      isJSON: false,
      derivations: [
        .init(places: [from], pattern: pattern, texts: [.init(name: "named", text: set)])
      ], conditions: [.init(place: condition, patterns: ["*"])])
  }

  @Test func `a shape that speaks of what it derives has no problem`() {
    let problems = Self.shape(set: "{unit} of {file}").problems(
      places: [("fields.counts", "{unit}"), ("fields.account", "{named}")])
    #expect(problems.map(\.reason) == [])
  }

  @Test(
    arguments: [
      (shape(derive: "(?<unit>"), "derive[0].pattern", "is no regular expression"),
      (shape(condition: "{nit}"), "where", "found '{nit}', which nothing in derive gives"),
      (shape(from: "{nit}"), "derive[0].from", "found '{nit}', which nothing in derive gives"),
      (shape(set: "a {nit}"), "derive[0].set", "found '{nit}', which no earlier part of derive"),
      (
        RowShape(isJSON: true, filledDown: ["/a~2"]), "fill_down", "neither '~0' nor '~1'"
      ),
    ])
  func `what leads nowhere is a problem of its key`(shape: RowShape, key: String, words: String) {
    let problems = shape.problems(places: [])
    #expect(problems.contains { $0.key == key && $0.reason.contains(words) }, "\(problems)")
  }
}
