/// An SVG document in the making.
///
/// Numbers have at most two decimals, so that the bytes do not hang on how a number is printed.
struct Canvas {
  /// How a text stands to its point.
  enum Anchor: String {
    case start, middle, end
  }

  private var elements: [String] = []

  var body: String { elements.joined(separator: "\n") }

  /// A halo keeps a text legible where lines pass behind it.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, anchor: Anchor = .start,
    isBold: Bool = false, colour: String = Palette.ink, hasHalo: Bool = false
  ) {
    let halo =
      hasHalo
      ? " stroke=\"\(Palette.paper)\" stroke-width=\"3\" stroke-linejoin=\"round\""
        + " style=\"paint-order:stroke\"" : ""
    let weight = isBold ? " font-weight=\"bold\"" : ""
    let place = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    elements.append(
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\""
        + "\(place)\(weight) fill=\"\(colour)\"\(halo)>\(Self.escaped(text))</text>")
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil
  ) {
    let outline = stroke.map { " stroke=\"\($0)\" stroke-width=\"1.5\"" } ?? ""
    elements.append(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        + "height=\"\(Self.number(height))\" fill=\"\(fill)\"\(outline)/>")
  }

  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), colour: String,
    width: Double = 1, isDashed: Bool = false
  ) {
    let dash = isDashed ? " stroke-dasharray=\"6 4\"" : ""
    elements.append(
      "<line x1=\"\(Self.number(start.x))\" y1=\"\(Self.number(start.y))\" "
        + "x2=\"\(Self.number(end.x))\" y2=\"\(Self.number(end.y))\" stroke=\"\(colour)\" "
        + "stroke-width=\"\(Self.number(width))\"\(dash)/>")
  }

  mutating func circle(x: Double, y: Double, radius: Double, fill: String, stroke: String) {
    elements.append(
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" "
        + "fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"2\"/>")
  }

  /// At most two decimals, none that says nothing.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if part == 0 { return "\(sign)\(whole)" }
    let digits = part < 10 ? "0\(part)" : "\(part)"
    return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
  }

  /// A text that is nothing but text in XML; characters that XML has not become U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += " "
      case _ where scalar.value < 0x20 || scalar.value == 0xfffe || scalar.value == 0xffff:
        result += "\u{fffd}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
