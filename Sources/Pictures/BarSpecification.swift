import ReleaseModel
import Tabular

/// A grouped bar chart in Vega-Lite 6, drawn from the long table of a chart.
///
/// Bars start at zero, each has its number beside it, and a provisional one is paler with an
/// outline. All fields that the specification names are columns of the table.
struct BarSpecification {
  /// Four colours that stay apart for most colour-blind readers.
  static let colours = ["#12436D", "#28A197", "#801650", "#F46A25"]

  let chart: Chart

  private var table: DataTable { chart.table }
  private var isRightwards: Bool { chart.shape == .barsRightwards }

  var json: JSONValue {
    let head: [JSONValue.Member] = [
      .init("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
      .init("description", .string(([chart.headline] + chart.lines).joined(separator: " "))),
      .init("title", title),
      .init("data", data),
    ]
    let body =
      chart.hasPanels
      ? [JSONValue.Member("facet", panels), .init("spec", .object(picture))] : picture
    return .object(head + body + [.init("config", Self.config)])
  }

  private var title: JSONValue {
    .object([
      "text": .array(Chart.wrapped(chart.headline, at: 75).map(JSONValue.string)),
      "subtitle": .array(chart.subtitle.map(JSONValue.string)),
    ])
  }

  private var data: JSONValue {
    let types = table.columns.map { column in
      JSONValue.Member(column.name, column.isNumber ? "number" : "string")
    }
    return .object([
      "url": .string("\(chart.name).csv"),
      "format": .object(["type": "csv", "parse": .object(types)]),
    ])
  }

  private var panels: JSONValue {
    let row = JSONValue.object([
      "field": "agency_name", "type": "nominal", "title": .null, "sort": distinct("agency_name"),
      "header": .object(["labelAngle": 0, "labelOrient": "top", "labelAnchor": "start"]),
    ])
    return .object(["row": row])
  }

  private var picture: [JSONValue.Member] {
    let along = isRightwards ? "width" : "height"
    let across = isRightwards ? "height" : "width"
    let step = JSONValue.object([
      "step": isRightwards ? 20 : 42, "for": chart.isGrouped ? "offset" : "position",
    ])
    return [
      .init(along, isRightwards ? 460 : 200),
      .init(across, chart.isGrouped || isRightwards ? step : 460),
      .init("encoding", encoding),
      .init("layer", .array([bars, labels])),
    ]
  }

  private var encoding: JSONValue {
    let offset = JSONValue.object([
      "field": "series", "type": "nominal", "sort": distinct("series"),
    ])
    var members: [JSONValue.Member] = [
      .init(isRightwards ? "y" : "x", category), .init(isRightwards ? "x" : "y", value),
    ]
    if chart.isGrouped { members.append(.init(isRightwards ? "yOffset" : "xOffset", offset)) }
    return .object(members)
  }

  private var category: JSONValue {
    .object([
      "field": "category", "type": "nominal", "sort": distinct("category"), "title": .null,
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

  private var bars: JSONValue {
    let series = distinct("series")
    let colours = series.elements.indices.map { Self.colours[$0 % Self.colours.count] }
    let colour = JSONValue.object([
      "field": "series", "type": "nominal", "title": .null, "sort": series,
      "scale": .object(["domain": series, "range": .array(colours.map(JSONValue.string))]),
      "legend": series.elements.count > 1
        ? .object(["orient": "top", "labelLimit": 400, "columns": 2]) : .null,
    ])
    return .object([
      "mark": .object(["type": "bar", "strokeWidth": 1]),
      "encoding": .object([
        "color": colour, "stroke": colour, "fillOpacity": whenProvisional(.number("0.45"), 1),
      ]),
    ])
  }

  private func whenProvisional(_ value: JSONValue, _ other: JSONValue) -> JSONValue {
    .object([
      "condition": .object([
        "test": .object(["field": "status", "equal": "provisional"]), "value": value,
      ]),
      "value": other,
    ])
  }

  private var labels: JSONValue {
    .object([
      "mark": .object([
        "type": "text", "align": isRightwards ? "left" : "center",
        "baseline": isRightwards ? "middle" : "bottom", "dx": isRightwards ? 4 : 0,
        "dy": isRightwards ? 0 : -3, "color": "#0B0C0C", "invalid": "show",
      ]),
      "encoding": .object(["text": .object(["field": "label", "type": "nominal"])]),
    ])
  }

  /// The different cells of a column, in the order of the rows, as they stand in the file.
  private func distinct(_ column: String) -> JSONValue {
    var seen: Set<String> = []
    let cells = table.cells(of: column).map(CellText.defused)
    return .array(cells.filter { seen.insert($0).inserted }.map(JSONValue.string))
  }

  private static let config = JSONValue.object([
    "background": "#FFFFFF",
    "font": "Arial, Helvetica, sans-serif",
    "view": .object(["stroke": .null]),
    "title": .object([
      "anchor": "start", "frame": "bounds", "fontSize": 18, "subtitleFontSize": 12,
      "color": "#0B0C0C", "subtitleColor": "#0B0C0C", "offset": 16, "subtitlePadding": 8,
    ]),
    "axis": .object([
      "labelFontSize": 12, "titleFontSize": 12, "labelColor": "#0B0C0C", "titleColor": "#0B0C0C",
      "titleFontWeight": "normal", "gridColor": "#DDDDDD",
    ]),
    "legend": .object(["labelFontSize": 12, "labelColor": "#0B0C0C"]),
    "header": .object(["labelFontSize": 14, "labelColor": "#0B0C0C"]),
    "text": .object(["fontSize": 11]),
  ])
}
