import ReleaseModel
import TakedownModel

extension ClaimFigureRow {
  /// The figure as it was said: `more than 8,000`.
  var words: String {
    [qualifier, value.map(NumberText.grouped) ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The days as people say them.
  var days: String {
    guard let start, let end else { return "" }
    return start == end ? start.spoken : "\(start.spoken) to \(end.spoken)"
  }

  var saidOn: String { publishedOn?.spoken ?? "" }

  /// What the words allow: `8,001 to 8,999`; empty where they were not read.
  var allowed: String { Self.range(allowedLow, allowedHigh) ?? "" }

  /// For which values a change is as said; nil where that does not depend on it.
  var holds: String? { Self.range(holdsLow, holdsHigh) }

  /// What was said, what it counts, of which days, by whom and when.
  var saidCells: [String] { [words, NumberText.units(joined: counts), days, publisher, saidOn] }

  /// Where it was said: who, when, title and address.
  var source: RichText {
    let comma: RichText = publisher.isEmpty || saidOn.isEmpty ? "" : ", "
    let title: RichText = sourceTitle.isEmpty ? "" : " \(sourceTitle)"
    let address: RichText = sourceURL.isEmpty ? "" : " " + .link(sourceURL)
    return .text(publisher) + comma + RichText(words: saidOn) + ":" + title + address
  }

  private static func range(_ low: Int?, _ high: Int?) -> String? {
    guard let low else { return nil }
    guard let high else { return "\(NumberText.grouped(low)) or more" }
    return low == high
      ? NumberText.grouped(low) : "\(NumberText.grouped(low)) to \(NumberText.grouped(high))"
  }
}

extension NumberText {
  /// Units that a register joins by `+`, as a list.
  static func units(joined text: String) -> String {
    list(text.split(separator: "+").map { $0.split(separator: " ").joined(separator: " ") })
  }
}
