import ReleaseModel

// The exact figures behind a sentence, for who reads it.
extension Headline {
  /// The status of the figure, and its marks.
  var standing: (status: String, marks: [String]) {
    switch content {
    case .count(let figure): (figure.status, figure.marks)
    case .rate(let rate): (rate.side.status, rate.side.marks)
    case .time(let time): (time.side.status, time.side.marks)
    case .unavailable: isHidden ? ("c", ["[c]"]) : ("not-available", ["[x]"])
    }
  }

  var exactFigures: [ReleaseHeadline.Figure] {
    switch content {
    case .count(let figure): counts(figure)
    case .rate(let rate): rates(rate)
    case .time(let time): times(time)
    case .unavailable: []
    }
  }

  private func counts(_ figure: HeadlineFigure) -> [ReleaseHeadline.Figure] {
    let unit =
      switch request.measure {
      case "takedowns", "referrals", "reinstatements": request.measure
      case "refused", "undecided": "referrals"
      default: "accounts"
      }
    let value = ReleaseHeadline.Figure(
      period.spoken, String(figure.rounding.value.exact), unit: unit)
    guard let row = figure.row else { return [value] }
    let percent = row.percentChange.isEmpty ? absent(row) : row.percentChange
    return [
      value, .init(base(row), figure.rounding.base.map { String($0.exact) } ?? "[x]", unit: unit),
      .init("Change", figure.rounding.change.map { String($0.exact) } ?? "[x]", unit: unit),
      .init("Change in per cent", percent, unit: "per cent"),
    ]
  }

  private func absent(_ row: ComparisonRow) -> String {
    row.marks.contains("[z]") ? "[z]" : "[x]"
  }

  private func base(_ row: ComparisonRow?) -> String {
    guard let start = row?.baseStart, let end = row?.baseEnd else { return "Compared with" }
    return ReportingPeriod(start: start, end: end).spoken
  }

  private func rates(_ rate: HeadlineRate) -> [ReleaseHeadline.Figure] {
    let isPercent = rate.rule.factor == 100
    let unit = isPercent ? "per cent" : "accounts per million users"
    let (above, below) =
      isPercent ? ("taken down", "taken down or refused") : ("accounts", "users")
    func side(_ days: String, _ side: HeadlineRate.Side) -> [ReleaseHeadline.Figure] {
      let value = side.fraction.rounded(rate.decimals).text(grouping: "", decimal: ".")
      return [
        .init(days, value, unit: unit),
        .init(
          "\(days), \(above)", String(side.numerator), unit: isPercent ? "records" : "accounts"),
        .init("\(days), \(below)", String(side.denominator), unit: isPercent ? "records" : "users"),
      ]
    }
    return side(period.spoken, rate.value)
      + (rate.base.map { side(base(rate.comparison), $0) } ?? [])
  }

  private func times(_ time: HeadlineTime) -> [ReleaseHeadline.Figure] {
    func hours(_ seconds: ExactFraction) -> String {
      seconds.divided(by: 3600).rounded(1).text(grouping: "", decimal: ".")
    }
    func side(_ days: String, _ side: HeadlineTime.Side) -> [ReleaseHeadline.Figure] {
      [
        .init("\(days), middle time", hours(side.median), unit: "hours"),
        .init("\(days), nine in ten within", hours(side.ninetieth), unit: "hours"),
        .init("\(days), records with both times", String(side.timed), unit: "records"),
      ]
    }
    return side(period.spoken, time.value)
      + (time.base.map { side(base(time.comparison), $0) } ?? [])
  }
}
