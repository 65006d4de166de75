import ReleaseModel

/// What stands around the plot of a chart: headline and subtitle above, notes and source below.
struct ChartFrame {
  static let width = 720.0
  static let margin = 24.0
  static let contentWidth = width - 2 * margin

  private let chart: Chart
  private var canvas = Canvas()
  /// Where the next thing may begin.
  private var y = Self.margin

  init(_ chart: Chart) {
    self.chart = chart
  }

  /// The whole picture; the plot draws from a height on and says where it ends.
  mutating func picture(plot: (inout Canvas, Double) -> Double) -> String {
    paragraph(chart.headline, size: 20, leading: 26, isBold: true)
    y += 4
    paragraph(chart.subtitle, size: 14, leading: 19, colour: Palette.quiet)
    y += 16
    // Lines are named at their ends.
    if chart.isGrouped && chart.shape != .lines && chart.series.count > 1 { legend() }
    y = plot(&canvas, y) + 20
    for note in chart.notes { paragraph(note, size: 12, leading: 17, colour: Palette.quiet) }
    if !chart.notice.isEmpty { paragraph(chart.notice, size: 12, leading: 17, isBold: true) }
    let height = Canvas.number(y + Self.margin)
    let width = Canvas.number(Self.width)
    let id = chart.name
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="\(id)-title \(id)-description" \
      font-family="Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif">
      <title id="\(id)-title">\(Canvas.escaped(chart.headline))</title>
      <desc id="\(id)-description">\(Canvas.escaped(chart.description))</desc>
      <rect width="\(width)" height="\(height)" fill="\(Palette.paper)"/>
      \(canvas.body)
      </svg>

      """
  }

  private mutating func paragraph(
    _ text: String, size: Double, leading: Double, isBold: Bool = false,
    colour: String = Palette.ink
  ) {
    for line in TextWidth.lines(text, size: size, width: Self.contentWidth, isBold: isBold) {
      canvas.text(
        line, x: Self.margin, y: y + size, size: size, isBold: isBold, colour: colour)
      y += leading
    }
  }

  private mutating func legend() {
    var x = Self.margin
    for (number, name) in chart.series.enumerated() {
      let width = 22 + TextWidth.of(name, size: 14) + 24
      if x > Self.margin, x + width > Self.width {
        x = Self.margin
        y += 22
      }
      canvas.rectangle(x: x, y: y, width: 14, height: 14, fill: Palette.colour(number))
      canvas.text(name, x: x + 22, y: y + 12, size: 14)
      x += width
    }
    y += 34
  }
}
