import TakedownModel

/// The words of a headline: plain sentences that can be read out, in one language.
///
/// Which message is said follows from the figures; the words are the catalogue's.
struct HeadlineSentence {
  let headline: Headline
  let writer: MessageWriter

  init(_ headline: Headline, writer: MessageWriter) {
    self.headline = headline
    self.writer = writer
  }

  /// The headline in one line, without the notice; whatever a name holds, it stays one line.
  var text: String { PlainLine.text(said) }

  private var said: String {
    switch headline.content {
    case .unavailable(let reason): unavailable(reason)
    case .count(let figure): sentences(compared(figure), remarks(figure))
    case .rate(let rate):
      sentences(
        compared(rate),
        remarks(rate.comparison, rate.difference, hasBase: rate.base != nil, like: rate.side))
    case .time(let time):
      sentences(
        compared(time),
        remarks(time.comparison, time.difference, hasBase: time.base != nil, like: time.side))
    }
  }

  private func sentences(_ statement: String, _ remarks: [String]) -> String {
    ([NumberText.capitalised(writer.say("sentence", ["statement": statement]))] + remarks)
      .joined(separator: " ")
  }

  private func unavailable(_ reason: Headline.Reason) -> String {
    let why = writer.say(
      "why.\(reason.rawValue)", ["agency": writer.agency(headline.request.agency)])
    let places = ["what": writer.say(key("what"), places), "days": days, "why": why]
    return NumberText.capitalised(
      writer.say(headline.isHidden ? "unavailable.hidden" : "unavailable", places))
  }

  // MARK: - Who, where and when

  /// The key of a message about the measure; of that of any measure, where it has none of its own.
  func key(_ about: String) -> String {
    let own = "\(about).\(headline.request.measure)"
    return writer.has(own) ? own : "\(about).other"
  }

  var days: String { writer.days(headline.period) }

  /// What can stand in every statement.
  var places: [String: String] {
    let request = headline.request
    let agency = writer.agency(request.agency)
    let platform = writer.platform(request.platform)
    let isAny = request.platform == DisplayNames.all
    return [
      "agency": agency,
      "agency-once": request.agency == DisplayNames.all ? writer.say("agency.all-once") : agency,
      "platforms": isAny ? writer.say("platforms.any") : platform,
      "on-platform": isAny ? "" : writer.say("on-platform", ["platform": platform]),
      "to-platform": isAny ? "" : writer.say("to-platform", ["platform": platform]),
      "days": days, "measure": request.measure,
    ]
  }

  // MARK: - Beside what

  /// The earlier period, as it follows "more than".
  func earlier(_ row: ComparisonRow?) -> String {
    let isYearBefore = row?.baseStart == row?.start?.adding(years: -1)
    switch row?.basis {
    case "same-period" where isYearBefore: return writer.say("earlier.same-period")
    case "full-period" where isYearBefore:
      let key = "earlier.\(headline.request.period.messageSuffix)"
      if writer.has(key) { return writer.say(key) }
    default: break
    }
    guard let start = row?.baseStart, let end = row?.baseEnd else {
      return writer.say("earlier.unknown")
    }
    let days = writer.days(ReportingPeriod(start: start, end: end))
    return ["same-period", "full-period"].contains(row?.basis)
      ? days : writer.say("earlier.unlike", ["days": days])
  }

  /// A percentage with its sign in words: never 0% for a change, nor 100% for what is not whole.
  ///
  /// `value` is rounded already, nil counting as 0; `isZero` and `isWhole` say whether the exact figure
  /// is 0% or 100%.
  func percent(_ value: RoundedDecimal?, decimals: Int, isZero: Bool, isWhole: Bool) -> String {
    let size = value?.magnitude ?? RoundedDecimal(scaled: 0, decimals: decimals)
    let least = RoundedDecimal.least(decimals)
    if size.isZero, !isZero { return say("percent.less-than", least) }
    if size.whole == 100, !isWhole {
      return say(
        "percent.more-than", RoundedDecimal(scaled: size.scaled - 1, decimals: decimals))
    }
    return say("percent", size)
  }

  private func say(_ key: String, _ number: RoundedDecimal) -> String {
    writer.say(key, number: number)
  }

  /// The size of a difference with its unit, never 0 for one that is there.
  func size(_ key: String, _ difference: RoundedDecimal) -> String {
    guard difference.isZero else { return writer.say(key, number: difference.magnitude) }
    let least = RoundedDecimal.least(difference.decimals)
    return writer.say("less-than", ["amount": writer.say(key, number: least)])
  }
}
