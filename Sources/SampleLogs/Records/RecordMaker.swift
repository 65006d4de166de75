/// Makes single records: the parts that all agencies share.
struct RecordMaker: Sendable {
  var random: SplitMix64
  let style: PartnerStyle

  /// A record of an account in one of its spellings.
  mutating func record(
    _ account: SampleAccount, _ action: SampleAction, on day: SampleDay, asLink: Bool = false
  ) -> SampleRecord {
    let acted = SampleMoment(day: day, second: 25_200 + random.below(57_600))
    var record = SampleRecord(
      platform: platformSpelling(account.platform),
      account: decorated(account.spelling(variant: random.next(), asLink: asLink)),
      unit: account.unit, action: action,
      category: SampleCategory(rawValue: random.index(weights: SampleCategory.weights)) ?? .other,
      language: random.pick(style.languages), referred: referral(before: acted), acted: acted)
    if account.form == .number {
      var digits: [UInt8] = []
      account.appendNumber(to: &digits)
      record.accountNumber = digits.reduce(0) { $0 * 10 + Int($1 & 15) }
    }
    if random.chance(perMille: 60) { record.note = random.pick(style.notes) }
    if action == .pending || action == .referred {
      record.referred = acted
      record.acted = nil
    }
    return record
  }

  /// A record of a post or an advert, whose account stays.
  mutating func postRecord(_ account: SampleAccount, on day: SampleDay) -> SampleRecord {
    var record = record(account, .takenDown, on: day)
    record.unit = random.chance(perMille: 700) ? .post : .advert
    record.account = account.postSpelling(variant: random.next())
    record.accountNumber = nil
    return record
  }

  /// A takedown for which nobody wrote down the account.
  mutating func recordWithoutAccount(
    like account: SampleAccount, on day: SampleDay
  ) -> SampleRecord {
    var record = record(account, .takenDown, on: day)
    record.unit = .account
    record.account = random.pick(
      ["n/a", "N/A", "", "", "unknown", "-", account.platform.spellings[0]])
    record.accountNumber = nil
    return record
  }

  /// A takedown whose account number a spreadsheet has cut to a few digits.
  mutating func recordWithDamagedNumber(on day: SampleDay) -> SampleRecord {
    let account = SampleAccount(platform: .facebook, serial: 0, scrambled: 0)
    var record = record(account, .takenDown, on: day)
    record.unit = .account
    record.account = "1.000\(10 + random.below(80))E+14"
    return record
  }

  private mutating func platformSpelling(_ platform: SamplePlatform) -> String {
    style.writesArabic && random.chance(perMille: 400)
      ? random.pick(platform.arabicSpellings) : random.pick(platform.spellings)
  }

  /// Spaces, brackets and invisible marks that come along when text is copied.
  private mutating func decorated(_ text: String) -> String {
    switch random.below(400) {
    case 0: "\u{200e}" + text
    case 1: text + "\u{200b}"
    case 2: "<" + text + ">"
    case 3: " " + text
    case 4: text + " "
    default: text
    }
  }

  /// Some hours to some weeks earlier; most are answered within days.
  private mutating func referral(before acted: SampleMoment) -> SampleMoment {
    let days = min(random.below(6), random.below(6)) + (random.chance(perMille: 120) ? 14 : 0)
    guard days > 0 else {
      return SampleMoment(day: acted.day, second: acted.second - random.below(21_600) - 600)
    }
    return SampleMoment(day: acted.day.adding(-days), second: 25_200 + random.below(57_600))
  }
}
