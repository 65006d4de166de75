import ReleaseModel
import Testing

struct RichTextTests {
  private func runs(_ text: RichText) -> [String] {
    text.runs.map { "\($0.isStrong ? "strong " : "")\($0.kind) \($0.text)" }
  }

  @Test("marks in the program's own words set strong words, code and emphasis off")
  func marks() {
    #expect(
      runs("A **takedown** is `x`, see *Limits*.") == [
        "words A ", "strong words takedown", "words  is ", "code x", "words , see ",
        "emphasis Limits", "words .",
      ])
  }

  @Test("what is interpolated is text, whatever marks it has")
  func interpolation() {
    let name = "**`x`**"
    #expect(runs("Verdict: **\(name)**.") == ["words Verdict: ", "strong text **`x`**", "words ."])
    #expect(runs("\(3) \(words: "**of**") \(.text("*") + "y" as RichText)").first == "words 3")
  }

  @Test("empty parts are no runs")
  func empty() {
    #expect(runs("\("")") == [] && RichText.text("").isEmpty)
  }
}
