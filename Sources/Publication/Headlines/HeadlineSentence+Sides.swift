import TakedownModel

// What is said of rates and times.
extension HeadlineSentence {
  /// The rate with what it is made of, and how far it is from that of the earlier period.
  func compared(_ rate: HeadlineRate) -> String {
    let value = rate.value
    let isPercent = rate.rule.factor == 100
    var places = places
    for (place, text) in parts(value, rate) { places[place] = text }
    places["left-out"] = writer.say("left-out", number: RoundedDecimal(value.leftOut))
    places["date"] = value.date.map(writer.day) ?? ""
    let statement = writer.say(
      key("statement"), places, number: RoundedDecimal(value.numerator))
    guard let base = rate.base, let difference = rate.difference else { return statement }

    var beside = parts(base, rate)
    beside["statement"] = statement
    beside["earlier"] = earlier(rate.comparison)
    beside["points"] = size("points", difference.size)
    beside["difference"] =
      difference.size.isZero
      ? writer.say("less-than", ["amount": writer.number(.least(rate.decimals))])
      : writer.number(difference.size.magnitude)
    let kind = isPercent ? "rate" : "per-million"
    return writer.say("compared.\(kind).\(word(difference, "higher", "lower"))", beside)
  }

  private func parts(_ side: HeadlineRate.Side, _ rate: HeadlineRate) -> [String: String] {
    let rounded = side.fraction.rounded(rate.decimals)
    return [
      "percent": percent(
        rounded, decimals: rate.decimals, isZero: side.numerator == 0,
        isWhole: side.numerator >= side.denominator),
      "rate": writer.number(rounded),
      "numerator": writer.number(side.numerator), "denominator": writer.number(side.denominator),
    ]
  }

  /// The times with the records behind them, and how far the middle one is from the earlier one.
  func compared(_ time: HeadlineTime) -> String {
    let value = time.value
    func share(_ count: Int) -> String {
      percent(
        value.share(count)?.rounded(time.decimals), decimals: time.decimals, isZero: count == 0,
        isWhole: count == value.timed)
    }
    var places = places
    for (place, text) in parts(value) { places[place] = text }
    places["ninetieth"] = writer.say("hours", number: hours(value.ninetieth))
    places["within-24"] = share(value.within24)
    places["within-72"] = share(value.within72)
    let statement = writer.say(key("statement"), places, number: RoundedDecimal(value.records))
    guard let base = time.base, let difference = time.difference else { return statement }

    var beside = parts(base)
    beside["statement"] = statement
    beside["earlier"] = earlier(time.comparison)
    beside["hours"] = size("hours", difference.size)
    return writer.say("compared.time.\(word(difference, "longer", "shorter"))", beside)
  }

  private func parts(_ side: HeadlineTime.Side) -> [String: String] {
    [
      "median": writer.say("hours", number: hours(side.median)),
      "timed": writer.number(side.timed), "records": writer.number(side.records),
    ]
  }

  private func hours(_ seconds: ExactFraction) -> RoundedDecimal {
    seconds.divided(by: 3600).rounded(1)
  }

  private func word(_ difference: RoundedDifference, _ up: String, _ down: String) -> String {
    switch difference.direction {
    case .up: up
    case .down: down
    case .same: "same"
    }
  }

  /// What has to be known: of the comparison only where there is one.
  func remarks(
    _ row: ComparisonRow?, _ difference: RoundedDifference?, hasBase: Bool, like side: SideKey
  ) -> [String] {
    let isCompared = headline.request.period.isCompared
    var remarks = hasBase || !isCompared ? [] : [noBase(row)]
    if let difference, !difference.addsUp { remarks.append(writer.say("exact-difference")) }
    if hasBase, let row { remarks += notes(row) }
    return remarks + provisional(side.status, side.marks)
  }
}
