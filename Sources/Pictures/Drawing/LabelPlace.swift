/// Where a label stands, so that the next one keeps clear of it.
struct LabelPlace {
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// Around a text that is centred on a point of its baseline.
  init(_ text: String, x: Double, y: Double, size: Double) {
    let half = TextWidth.of(text, size: size) / 2 + 1
    left = x - half
    right = x + half
    top = y - size
    bottom = y + 2
  }

  func overlaps(_ other: LabelPlace) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
