import TakedownModel

// What is said of a count.
extension HeadlineSentence {
  /// The statement, with what it is set beside.
  func compared(_ figure: HeadlineFigure) -> String {
    let value = figure.rounding.value
    var places = places
    places["count"] = hedged(value)
    let statement = writer.say(
      key("statement"), places, number: RoundedDecimal(value.rounded))
    guard let base = figure.rounding.base, let change = figure.rounding.change else {
      return statement
    }
    var beside = ["statement": statement, "earlier": earlier(figure.row)]
    if change.exact == 0 {
      return writer.say(base.exact == 0 ? "compared.none-either" : "compared.same", beside)
    }
    beside["change"] = amount(change)
    if base.exact == 0 { return writer.say("compared.change-from-none", beside) }
    beside["percent"] = percent(figure)
    return writer.say("compared.change", beside)
  }

  private func hedged(_ figure: RoundedFigure) -> String {
    let number = ["number": writer.number(figure.rounded)]
    return switch figure.hedge {
    case nil: writer.number(figure.rounded)
    case .almost: writer.say("hedged.almost", number)
    case .moreThan: writer.say("hedged.more-than", number)
    }
  }

  private func amount(_ change: RoundedFigure) -> String {
    let direction = change.exact > 0 ? "change.more" : "change.fewer"
    let hedge =
      switch change.hedge {
      case nil: ""
      case .almost: ".almost"
      // A message of its own: not "more than 500 more than".
      case .moreThan: ".over"
      }
    let number = writer.number(Int(clamping: change.rounded.magnitude))
    return writer.say(direction + hedge, ["number": number])
  }

  private func percent(_ figure: HeadlineFigure) -> String {
    let change = figure.rounding.change?.exact ?? 0
    let decimals = headline.request.percentDecimals ?? 0
    // A fall that left something is not one by 100%; a rise by nearly 100% may be.
    let amount = percent(
      figure.percent(decimals: decimals), decimals: decimals, isZero: change == 0,
      isWhole: change > 0 || figure.rounding.value.exact == 0)
    return writer.say(change > 0 ? "percent.up" : "percent.down", ["percent": amount])
  }

  // MARK: - What has to be known

  func remarks(_ figure: HeadlineFigure) -> [String] {
    let isCompared = headline.request.period.isCompared
    var remarks =
      isCompared && figure.rounding.base == nil ? [noBase(figure.row)] : []
    if let row = figure.row { remarks += notes(row) }
    if let sentence = figure.matched.flatMap(likeForLike) { remarks.append(sentence) }
    return remarks + provisional(figure.status, figure.marks)
  }

  /// That there is nothing to compare with.
  func noBase(_ row: ComparisonRow?) -> String {
    let isWhole = row.map { $0.basis == "full-period" } ?? (headline.request.period != .toDate)
    return writer.say(
      "no-base.\(isWhole ? headline.request.period.messageSuffix : "same-period")")
  }

  func notes(_ row: ComparisonRow) -> [String] {
    let english = row.note.hasSuffix(".") ? String(row.note.dropLast()) : row.note
    let note = ["note": NoteWriter(writer).said(english)]
    if row.marks.contains("[b]") {
      return [
        english.isEmpty
          ? writer.say("not-comparable") : writer.say("not-comparable.because", note)
      ]
    }
    return english.isEmpty ? [] : [writer.say("note", note)]
  }

  func provisional(_ status: String, _ marks: [String]) -> [String] {
    status == "provisional" || marks.contains("[p]") ? [writer.say("provisional")] : []
  }

  /// What the figures are where only what both periods have is counted, not rounded.
  private func likeForLike(_ row: ComparisonRow) -> String? {
    guard let value = row.value, let base = row.baseValue else { return nil }
    var places = ["value": writer.number(value), "base": writer.number(base)]
    let percent = ExactFraction(value - base, base)?.times(100).rounded(1)
    guard let percent, value != base, !row.percentChange.isEmpty else {
      return writer.say("like-for-like", places)
    }
    places["percent"] = writer.say(
      value < base ? "percent.down" : "percent.up",
      ["percent": writer.say("percent", number: percent.magnitude)])
    return writer.say("like-for-like.change", places)
  }
}
