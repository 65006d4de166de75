import ReleaseModel
import Tabular

extension VegaSpecification {
  private var colour: JSONValue {
    guard chart.isGrouped else { return .object(["value": .string(Palette.colour(0))]) }
    let series = distinct("series")
    let colours = series.elements.indices.map { JSONValue.string(Palette.colour($0)) }
    return .object([
      "field": "series", "type": "nominal", "title": .null, "sort": .null,
      "scale": .object(["domain": series, "range": .array(colours)]),
      "legend": series.elements.count > 1
        ? .object(["orient": "top", "labelLimit": 400, "columns": 2]) : .null,
    ])
  }

  private func layer(_ mark: JSONValue, _ encoding: [JSONValue.Member]) -> JSONValue {
    .object([.init("mark", mark), .init("encoding", .object(position + encoding))])
  }

  var bars: JSONValue {
    layer(
      .object(["type": "bar", "strokeWidth": 1]),
      [
        .init("color", colour), .init("stroke", colour),
        .init("fillOpacity", whenProvisional(.number("0.45"), 1)),
      ])
  }

  /// A line breaks off where a value is missing.
  var line: JSONValue {
    layer(
      .object([
        "type": "line", "strokeWidth": .number("2.5"), "invalid": "break-paths-show-domains",
      ]),
      [
        .init("color", colour),
        .init("order", .object(["field": "order", "type": "quantitative"])),
      ])
  }

  var ends: JSONValue {
    layer(
      .object(["type": "point", "filled": true, "size": 50]),
      [.init("color", colour), .init("fillOpacity", whenProvisional(.number("0.2"), 1))])
  }

  var labels: JSONValue {
    layer(
      .object([
        "type": "text", "align": isRightwards ? "left" : "center",
        "baseline": isRightwards ? "middle" : "bottom", "dx": isRightwards ? 4 : 0,
        "dy": isRightwards ? 0 : isLine ? -6 : -3, "color": .string(Palette.ink),
        "invalid": "show",
      ]), [.init("text", .object(["field": "label", "type": "nominal"]))])
  }

  /// A dashed rule before the first category after each break.
  var breaks: [JSONValue] {
    let categories = distinct("category").elements
    return chart.breaks.compactMap { event in
      guard categories.indices.contains(event.before) else { return nil }
      return .object([
        "data": .object(["values": .array([.object(["category": categories[event.before]])])]),
        "mark": .object([
          "type": "rule", "strokeDash": .array([6, 4]), "strokeWidth": .number("1.5"),
        ]),
        "encoding": .object([
          "x": .object([
            "field": "category", "type": "nominal", "sort": .null, "bandPosition": 0,
          ])
        ]),
      ])
    }
  }

  private func whenProvisional(_ value: JSONValue, _ other: JSONValue) -> JSONValue {
    .object([
      "condition": .object([
        "test": .object(["field": "status", "equal": "provisional"]), "value": value,
      ]),
      "value": other,
    ])
  }
}
