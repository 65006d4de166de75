import ReleaseModel
import Tabular

/// A chart in Vega-Lite 6: the same picture in kind, drawn from the chart-ready table.
///
/// Values start at zero, each labelled one has its number beside it, and what is provisional is paler
/// or dashed. All fields that the specification names are columns of the table.
///
/// Names are data, never a list to sort by: Vega-Lite would make an expression of it, which a name
/// can break. What has no order of its own stands in the order of the rows.
struct VegaSpecification {
  let chart: Chart

  var isRightwards: Bool { chart.shape == .barsRightwards }
  var isLine: Bool { chart.shape == .lines }

  var json: JSONValue {
    let head: [JSONValue.Member] = [
      .init("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
      .init("description", .string(chart.description)),
      .init("title", title),
      .init("data", data),
    ]
    let body =
      chart.hasPanels
      ? [JSONValue.Member("facet", panels), .init("spec", .object(picture))] : picture
    return .object(head + body + [.init("config", Self.config)])
  }

  private var title: JSONValue {
    func wrapped(_ text: String, size: Double) -> [JSONValue] {
      TextWidth.lines(text, size: size, width: 560).map(JSONValue.string)
    }
    let below = ([chart.subtitle] + chart.notes + [chart.notice]).filter { !$0.isEmpty }
    return .object([
      "text": .array(wrapped(chart.headline, size: 18)),
      "subtitle": .array(below.flatMap { wrapped($0, size: 12) }),
    ])
  }

  private var data: JSONValue {
    let types = chart.table.columns.map { column in
      JSONValue.Member(column.name, column.isNumber ? "number" : "string")
    }
    return .object([
      "url": .string("\(chart.name).csv"),
      "format": .object(["type": "csv", "parse": .object(types)]),
    ])
  }

  private var panels: JSONValue {
    let row = JSONValue.object([
      "field": "agency_name", "type": "nominal", "title": .null, "sort": .null,
      "header": .object(["labelAngle": 0, "labelOrient": "top", "labelAnchor": "start"]),
    ])
    return .object(["row": row])
  }

  private var picture: [JSONValue.Member] {
    let step = JSONValue.object([
      "step": isRightwards ? 20 : 42, "for": chart.isGrouped ? "offset" : "position",
    ])
    let across: JSONValue =
      isLine || !(chart.isGrouped || isRightwards) ? 560 : step
    let marks = isLine ? [line, ends] : [bars]
    return [
      .init(isRightwards ? "width" : "height", isRightwards ? 460 : isLine ? 260 : 200),
      .init(isRightwards ? "height" : "width", across),
      .init("layer", .array(marks + [labels] + breaks)),
    ]
  }

  /// Where a mark stands, by category and value.
  var position: [JSONValue.Member] {
    let offset = JSONValue.object(["field": "series", "type": "nominal", "sort": .null])
    var members: [JSONValue.Member] = [
      .init(isRightwards ? "y" : "x", category), .init(isRightwards ? "x" : "y", value),
    ]
    if chart.isGrouped && !isLine {
      members.append(.init(isRightwards ? "yOffset" : "xOffset", offset))
    }
    return members
  }

  private var category: JSONValue {
    .object([
      "field": "category", "type": "nominal", "sort": .null, "title": .null,
      "axis": .object(["labelAngle": 0, "labelLimit": 0, "ticks": false]),
    ])
  }

  private var value: JSONValue {
    .object([
      "field": "value", "type": "quantitative", "title": .string(chart.unit), "stack": .null,
      "scale": .object(["zero": true]),
      "axis": .object(["format": ",d", "tickMinStep": 1, "tickCount": 5]),
    ])
  }

  /// The different cells of a column, in the order of the rows, as they stand in the file.
  func distinct(_ column: String) -> JSONValue {
    var seen: Set<String> = []
    let cells = chart.table.cells(of: column).map(CellText.defused)
    return .array(cells.filter { seen.insert($0).inserted }.map(JSONValue.string))
  }

  private static let config = JSONValue.object([
    "background": .string(Palette.paper),
    "font": "Arial, Helvetica, sans-serif",
    "view": .object(["stroke": .null]),
    "title": .object([
      "anchor": "start", "frame": "bounds", "fontSize": 18, "subtitleFontSize": 12,
      "color": .string(Palette.ink), "subtitleColor": .string(Palette.ink), "offset": 16,
      "subtitlePadding": 8,
    ]),
    "axis": .object([
      "labelFontSize": 12, "titleFontSize": 12, "labelColor": .string(Palette.ink),
      "titleColor": .string(Palette.ink), "titleFontWeight": "normal",
      "gridColor": .string(Palette.grid),
    ]),
    "legend": .object(["labelFontSize": 12, "labelColor": .string(Palette.ink)]),
    "header": .object(["labelFontSize": 14, "labelColor": .string(Palette.ink)]),
    "text": .object(["fontSize": 11]),
  ])
}
