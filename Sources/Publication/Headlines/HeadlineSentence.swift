import TakedownModel

/// The words of a headline: plain sentences that can be read out.
struct HeadlineSentence {
  private let headline: Headline
  private let names: DisplayNames

  init(_ headline: Headline, names: DisplayNames) {
    self.headline = headline
    self.names = names
  }

  /// The headline in one line, without the notice.
  var text: String {
    switch headline.content {
    case .unavailable(let reason): unavailable(reason)
    case .figure(let figure):
      ([NumberText.capitalised(statement(figure) + comparison(figure) + ".")] + remarks(figure))
        .joined(separator: " ")
    }
  }

  // MARK: - What happened

  private func statement(_ figure: HeadlineFigure) -> String {
    let value = figure.rounding.value
    let hedge = value.hedge.map { "\($0.rawValue) " } ?? ""
    let verb = value.rounded == 1 ? "was" : "were"
    func counted(_ singular: String, _ plural: String) -> String {
      hedge + NumberText.counted(value.rounded, singular, plural)
    }
    let subject =
      switch headline.request.measure {
      case "accounts": "\(counted("account", "accounts")) \(verb) taken down by \(agency)\(place)"
      case "takedowns":
        "\(counted("takedown", "takedowns")) \(verb) recorded by \(agency)\(place)"
      case "referrals":
        "\(counted("referral", "referrals")) \(verb) made by \(agency)\(recipient)"
      case "refused":
        "\(counted("referral", "referrals")) by \(agency) \(verb) refused by \(refuser)"
      case "reinstatements":
        "\(counted("reinstatement", "reinstatements")) \(verb) recorded by \(agency)\(place)"
      default:
        "\(counted("record", "records")) of ‘\(headline.request.measure)’ \(verb) made by "
          + agency + place
      }
    return "\(subject) from \(headline.period.spoken)"
  }

  private var agency: String {
    let id = headline.request.agency
    let once = headline.request.measure == "accounts"
    let name = names.agencyInSentence(id)
    return id == DisplayNames.all && once ? "\(name), each account counted once," : name
  }

  private var isAnyPlatform: Bool { headline.request.platform == DisplayNames.all }
  private var platform: String { names.platformInSentence(headline.request.platform) }
  private var place: String { isAnyPlatform ? "" : " on \(platform)" }
  private var recipient: String { isAnyPlatform ? "" : " to \(platform)" }
  private var refuser: String { isAnyPlatform ? "the platforms" : platform }

  // MARK: - Beside what

  private func comparison(_ figure: HeadlineFigure) -> String {
    guard let base = figure.rounding.base, let change = figure.rounding.change else { return "" }
    let earlier = earlierPeriod(figure.row)
    if change.exact == 0 {
      return base.exact == 0 ? ", and none \(earlier) either" : " — the same number as \(earlier)"
    }
    let than = "\(amount(change)) than \(earlier)"
    return base.exact == 0
      ? " — \(than), when there were none" : " — \(than) (\(percent(figure)))"
  }

  private func amount(_ change: RoundedFigure) -> String {
    let direction = change.exact > 0 ? "more" : "fewer"
    let number = NumberText.grouped(Int(clamping: change.rounded.magnitude))
    switch change.hedge {
    case nil: return "\(number) \(direction)"
    case .almost: return "almost \(number) \(direction)"
    // Not "more than 500 more than".
    case .moreThan: return "\(change.exact > 0 ? "over" : "more than") \(number) \(direction)"
    }
  }

  /// Never 0% for a change, nor 100% for a fall that left something.
  private func percent(_ figure: HeadlineFigure) -> String {
    let percent = figure.wholePercent ?? 0
    let isUp = (figure.rounding.change?.exact ?? 0) > 0
    let number = NumberText.grouped(Int(clamping: percent.magnitude))
    let amount =
      if percent == 0 {
        "less than 1%"
      } else if percent == -100, figure.rounding.value.exact > 0 {
        "more than 99%"
      } else {
        "\(number)%"
      }
    return "\(isUp ? "up" : "down") \(amount)"
  }

  private func earlierPeriod(_ row: ComparisonRow) -> String {
    let isYearBefore = row.baseStart == row.start?.adding(years: -1)
    switch row.basis {
    case "same-period" where isYearBefore: return "in the same period a year earlier"
    case "full-period" where isYearBefore: return "in the full year before"
    default: break
    }
    guard let start = row.baseStart, let end = row.baseEnd else {
      return "in the period that it is compared with"
    }
    let days = "from \(ReportingPeriod(start: start, end: end).spoken)"
    return ["same-period", "full-period"].contains(row.basis)
      ? days : "\(days), which is not a period of the same kind"
  }

  // MARK: - What has to be known

  private func remarks(_ figure: HeadlineFigure) -> [String] {
    let row = figure.row
    var remarks: [String] = []
    if figure.rounding.base == nil {
      let earlier = row.basis == "full-period" ? "full year before" : "same period a year earlier"
      remarks.append("There is no figure for the \(earlier), so no change can be given.")
    }
    if row.marks.contains("[b]") {
      remarks.append(
        row.note.isEmpty
          ? "The two periods are not fully comparable."
          : "The two periods are not fully comparable: \(closed(row.note))")
    } else if !row.note.isEmpty {
      remarks.append("Note: \(closed(row.note))")
    }
    if let sentence = figure.matched.flatMap(likeForLike) { remarks.append(sentence) }
    if row.status == "provisional" || row.marks.contains("[p]") {
      remarks.append("These figures are provisional.")
    }
    return remarks
  }

  /// What the figures are where only what both periods have is counted, not rounded.
  private func likeForLike(_ row: ComparisonRow) -> String? {
    guard let value = row.value, let base = row.baseValue else { return nil }
    let percent =
      row.percentChange.isEmpty
      ? "" : " (\(value < base ? "down" : "up") \(row.percentChange.drop { $0 == "-" })%)"
    let change = value == base ? "" : percent
    return "Counting only agencies and platforms with records in both periods, it is "
      + "\(NumberText.grouped(value)) against \(NumberText.grouped(base))\(change)."
  }

  private func unavailable(_ reason: Headline.Reason) -> String {
    let what =
      switch headline.request.measure {
      case "accounts": "accounts taken down by \(agency)\(place)"
      case "takedowns": "takedowns recorded by \(agency)\(place)"
      case "referrals": "referrals made by \(agency)\(recipient)"
      case "refused": "referrals by \(agency) that were refused by \(refuser)"
      case "reinstatements": "reinstatements recorded by \(agency)\(place)"
      default: "records of ‘\(headline.request.measure)’ made by \(agency)\(place)"
      }
    let why =
      switch reason {
      case .noRecordsOfAgency:
        "the logs hold no records of \(names.agencyInSentence(headline.request.agency))"
      case .notCounted: "the records give no such figure for these days"
      case .hidden:
        "it, or the number that it would be set beside, is small or would give a small one away"
      }
    let verb = headline.isHidden ? "shown" : "available"
    return "The number of \(what) from \(headline.period.spoken) is not \(verb): \(why)."
  }

  private func closed(_ sentence: String) -> String {
    sentence.hasSuffix(".") ? sentence : sentence + "."
  }
}
