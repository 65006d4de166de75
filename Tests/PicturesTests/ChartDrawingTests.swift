import ReleaseModel
import TakedownModel
import Tabular
import TestSupport
import Testing

@testable import Pictures

struct ChartDrawingTests {
  private static let hostile = [
    "</svg><script>alert(1)</script>", "\u{202e}evil", "a\u{2028}b", "=1+1", "a&amp;b", "]]>",
    "\u{0}\u{8}", "' onload='alert(1)", "وزارة الداخلية", "Bộ Công an", "😀", "",
  ]

  static func chart(
    _ shape: Chart.Shape, values: [[Int?]], names: [String] = [], status: String = "final",
    hasPanels: Bool = false, breaks: [Chart.Break] = []
  ) -> Chart {
    var points: [ChartPoint] = []
    for (place, series) in values.enumerated() {
      for (number, value) in series.enumerated() {
        let name = names.isEmpty ? "Place \(place)" : names[place % names.count]
        points.append(
          ChartPoint(
            order: points.count + 1, category: name, series: "Series \(number)",
            agency: ("a", "Agency"), platform: ("all", "All platforms"), measure: "accounts",
            start: nil, end: nil, value: value, status: status,
            label: value.map(String.init) ?? "[x]", source: "logs"))
      }
    }
    return Chart(
      name: "test", headline: "A headline & more", subtitle: "What is counted.",
      notes: ["Source: logs."], notice: "Made up", figures: "Figures.", shape: shape,
      unit: "Accounts", hasPanels: hasPanels, breaks: breaks, points: points)
  }

  /// The numbers of an attribute of all elements of a name.
  private func numbers(_ attribute: String, of element: String, in svg: String) -> [Double] {
    svg.split(separator: "<").filter { $0.hasPrefix(element + " ") }.compactMap { text in
      text.split(separator: " ").first { $0.hasPrefix("\(attribute)=\"") }
        .flatMap { Double($0.dropFirst(attribute.count + 2).prefix { $0 != "\"" }) }
    }
  }

  @Test(arguments: [Chart.Shape.barsRightwards, .barsUpwards, .lines])
  func `each value is written in the picture, and nothing is drawn outside of it`(
    shape: Chart.Shape
  ) throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<50 {
      let values = (0..<Int.random(in: 1...12, using: &random)).map { _ -> [Int?] in
        (0..<2).map { _ in
          Bool.random(using: &random) ? Int.random(in: 0...1_000_000, using: &random) : nil
        }
      }
      let svg = ChartDrawing(chart: Self.chart(shape, values: values)).svg
      for value in values.joined() {
        #expect(svg.contains(">\(value.map(String.init) ?? "[x]")</text>"))
      }
      let height = try #require(numbers("height", of: "svg", in: svg).first)
      for (attribute, size, limit) in [("x", "width", 720.0), ("y", "height", height)] {
        let starts = numbers(attribute, of: "rect", in: svg)
        let sizes = numbers(size, of: "rect", in: svg).suffix(starts.count)
        #expect(starts.count > 0 || values.joined().allSatisfy { $0 ?? 0 == 0 } || shape == .lines)
        #expect(zip(starts, sizes).allSatisfy { $0 >= 0 && $1 >= 0 && $0 + $1 <= limit + 0.01 })
        #expect(numbers(attribute, of: "text", in: svg).allSatisfy { (0...limit).contains($0) })
      }
    }
  }

  @Test(arguments: [Chart.Shape.barsRightwards, .barsUpwards, .lines])
  func `names that hold markup or controls are text, and no element comes of them`(
    shape: Chart.Shape
  ) {
    let names = Self.hostile
    let chart = Self.chart(shape, values: names.map { _ in [1, 2] }, names: names)
    let elements = Set(
      ChartDrawing(chart: chart).svg.split(separator: "<").dropFirst().map {
        String($0.prefix { $0.isLetter || $0 == "/" })
      })
    #expect(
      elements.isSubset(of: [
        "svg", "/svg", "title", "/title", "desc", "/desc", "rect", "text", "/text", "line",
        "circle",
      ]))
  }

  /// Vega-Lite makes an expression of such a list, which a line separator in a name would break.
  @Test(arguments: [Chart.Shape.barsRightwards, .barsUpwards, .lines], [false, true])
  func `no name is in a list that the specification sorts by`(
    shape: Chart.Shape, hasPanels: Bool
  ) {
    let chart = Self.chart(
      shape, values: Self.hostile.map { _ in [1, 2] }, names: Self.hostile, hasPanels: hasPanels)
    let text = VegaSpecification(chart: chart).json.prettyText
    #expect(text.contains("\"sort\": null"))
    #expect(!text.contains("\"sort\": ["))
  }

  @Test func `what is provisional is paler in bars, and hollow and dashed in lines`() {
    let bars = ChartDrawing(
      chart: Self.chart(.barsRightwards, values: [[3]], status: "provisional")
    ).svg
    #expect(bars.contains("fill=\"\(Palette.pale(0))\" stroke=\"\(Palette.colour(0))\""))
    let lines = ChartDrawing(
      chart: Self.chart(.lines, values: [[3], [4]], status: "provisional")
    ).svg
    #expect(
      lines.contains("stroke-dasharray") && lines.contains("fill=\"\(Palette.paper)\" stroke"))
  }

  @Test func `a line breaks off where a value is missing`() {
    func lines(_ values: [[Int?]]) -> Int {
      ChartDrawing(chart: Self.chart(.lines, values: values)).svg
        .split(separator: "stroke-width=\"2.5\"", omittingEmptySubsequences: false).count - 1
    }
    #expect(lines([[1], [2], [3], [4]]) == 3)
    #expect(lines([[1], [2], [nil], [4]]) == 1)
  }

  @Test func `lines have a panel for each agency where there are several`() throws {
    func svg(_ hasPanels: Bool) -> String {
      ChartDrawing(
        chart: Self.chart(.lines, values: [[1, 2], [3, 4]], hasPanels: hasPanels)
      ).svg
    }
    #expect(svg(true).contains(">Agency</text>") && !svg(false).contains(">Agency</text>"))
    let heights = try [true, false].map {
      try #require(numbers("height", of: "svg", in: svg($0)).first)
    }
    #expect(heights[0] > heights[1])
  }

  @Test
  func `the label of the lower line stands below it, and what is drawn later covers no label`()
    throws
  {
    let svg = ChartDrawing(chart: Self.chart(.lines, values: [[450, 950], [550, 1050]])).svg
    func height(_ label: String) throws -> Double {
      let element = try #require(
        svg.split(separator: "<").first { $0.hasPrefix("text ") && $0.hasSuffix(">\(label)") })
      return try #require(numbers("y", of: "text", in: "<" + element).first)
    }
    // The points of the first line come first.
    let points = numbers("cy", of: "circle", in: svg)
    #expect(try height("450") > points[0] && height("950") < points[2])
    let afterLines = try #require(svg.split(separator: "<circle").last)
    #expect(afterLines.contains(">450</text>"))
  }

  @Test func `a break is drawn and told`() {
    let chart = Self.chart(
      .barsUpwards, values: [[1, 2], [3, 4]], breaks: [.init(before: 1, text: "A new law.")])
    let svg = ChartDrawing(chart: chart).svg
    #expect(svg.contains(">[b]</text>") && svg.contains(">[b] A new law.</text>"))
    #expect(chart.notes.last == "Source: logs.")
  }
}
