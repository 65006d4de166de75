/// What stands at a point of a chart.
struct ChartLabel {
  /// Nil when it is not available or hidden.
  let value: Int?
  let status: String
  /// The word that a published figure was said with; empty for a counted one.
  let qualifier: String

  /// `1,234 [p]`, or `[x]` where there is no value, or `[c]` where it is hidden.
  var text: String {
    guard let value else { return status == "c" ? "[c]" : "[x]" }
    let number = NumberText.grouped(value)
    let words = qualifier.isEmpty || qualifier == "exactly" ? number : "\(qualifier) \(number)"
    return status == "provisional" ? "\(words) [p]" : words
  }
}
