import ReleaseModel

extension Chart {
  /// The points of each panel, with the panel's name: all in one where there are no panels.
  var panels: [(name: String, points: [ChartPoint])] {
    guard hasPanels else { return [(headline, points)] }
    var agencies: [String] = []
    for point in points where !agencies.contains(point.agency) { agencies.append(point.agency) }
    return agencies.map { agency in
      let own = points.filter { $0.agency == agency }
      return (own.first?.agencyName ?? agency, own)
    }
  }

  /// The number of a point's colour: that of its series, and one alone where series are not compared.
  func colour(of point: ChartPoint) -> Int {
    isGrouped ? series.firstIndex(of: point.series) ?? 0 : 0
  }
}

extension ChartPoint {
  var isProvisional: Bool { status == "provisional" }
}
