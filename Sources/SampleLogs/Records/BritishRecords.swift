/// The rows of `uk-nca`, built from the accounts that are to be counted.
///
/// Each account of a period has one sound takedown in it. Everything else is either about an
/// account that the same period already counts, or about one that no period may count.
struct BritishRecords {
  private(set) var accounts: AccountAllocator
  /// Accounts taken down, for other agencies to have come upon too.
  private(set) var taken: [SampleAccount] = []
  private var maker: RecordMaker
  private var rows: [SampleRecord] = []

  init(accounts: AccountAllocator, random: SplitMix64) {
    self.accounts = accounts
    maker = RecordMaker(random: random, style: .british)
  }

  /// All rows, sorted by day.
  mutating func records() -> [SampleRecord] {
    let before = accounts.next(8000)
    let between = sample(before, 200) + accounts.next(2500)
    let after =
      sample(before, 450) + sample(Array(between.dropFirst(200)), 150)
      + accounts.next(17_400)
    taken = before + after

    addTakedowns(of: before, in: .before)
    addTakedowns(of: between, in: .between)
    addTakedowns(of: after, in: .after)
    addOtherOutcomes(4700)
    addPosts(1500)
    addRowsWithoutAccount(260)
    addFlaws()
    return rows.enumerated()
      .sorted { ($0.element.day.days, $0.offset) < ($1.element.day.days, $1.offset) }
      .map(\.element)
  }

  private mutating func addTakedowns(of accounts: [SampleAccount], in period: SamplePeriod) {
    for account in accounts {
      let day = period.day(using: &maker.random)
      rows.append(maker.record(account, .takenDown, on: day))
      if maker.random.chance(perMille: 60) {
        rows.append(maker.record(account, .takenDown, on: day))
      }
      if maker.random.chance(perMille: 40),
        let later = period.day(after: day, within: 60, using: &maker.random)
      {
        rows.append(maker.record(account, .takenDown, on: later))
      }
      if maker.random.chance(perMille: 15),
        let later = SamplePeriod.whole.day(after: day, within: 40, using: &maker.random)
      {
        rows.append(maker.record(account, .reinstated, on: later))
      }
    }
  }

  /// Refused, unanswered, referred and restricted: accounts that are never taken down.
  private mutating func addOtherOutcomes(_ count: Int) {
    let actions: [SampleAction] = [.refused, .pending, .referred, .restricted]
    for account in accounts.next(count) {
      let action = actions[maker.random.index(weights: [74, 14, 7, 5])]
      let period: SamplePeriod =
        action == .pending ? .after : maker.random.chance(perMille: 620) ? .after : .whole
      let day = period.day(using: &maker.random)
      rows.append(maker.record(account, action, on: day))
      if action == .refused, maker.random.chance(perMille: 40) {
        rows.append(maker.record(account, action, on: day))
      }
    }
  }

  private mutating func addPosts(_ count: Int) {
    for fresh in accounts.next(count) {
      let account = maker.random.chance(perMille: 700) ? fresh : maker.random.pick(taken)
      rows.append(maker.postRecord(account, on: SamplePeriod.whole.day(using: &maker.random)))
    }
  }

  private mutating func addRowsWithoutAccount(_ count: Int) {
    for _ in 0..<count {
      let account = maker.random.pick(taken)
      let day = SamplePeriod.whole.day(using: &maker.random)
      rows.append(maker.recordWithoutAccount(like: account, on: day))
    }
  }

  private mutating func addFlaws() {
    let dates = ["31/02/2024", "30/02/2025", "31/06/2024", "31/11/2023", "00/01/2025"]
    for (index, account) in accounts.next(15).enumerated() {
      addFlawed(account, .date(dates[index % dates.count]))
    }
    for (index, account) in accounts.next(5).enumerated() {
      addFlawed(account, .date(index < 3 ? "01/01/1900" : "15/06/2025"))
    }
    for index in 0..<16 {
      // Of accounts that are counted anyway, so that a reader may also keep a row that is too long.
      var copy = rows[maker.random.below(taken.count)]
      copy.flaw = index % 2 == 0 ? .tooShort : .tooLong
      rows.append(copy)
    }
    for _ in 0..<18 {
      let day = SamplePeriod.whole.day(using: &maker.random)
      rows.append(maker.recordWithDamagedNumber(on: day))
    }
    addUnknownPlatforms()
    addWrongPlatforms()
  }

  private mutating func addFlawed(_ account: SampleAccount, _ flaw: SampleFlaw) {
    let day = SamplePeriod.whole.day(using: &maker.random)
    var record = maker.record(account, .takenDown, on: day)
    record.flaw = flaw
    rows.append(record)
  }

  /// Takedowns only between the two periods, so that their figures are of known platforms.
  private mutating func addUnknownPlatforms() {
    let names = ["Facebouk", "Telegarm", "VidShare", "Chirper", "Instagran", "TokTik"]
    for index in 0..<24 {
      let isTakedown = index % 2 == 0
      let period: SamplePeriod = isTakedown ? .between : .whole
      let day = period.day(using: &maker.random)
      var record = maker.record(
        maker.random.pick(taken), isTakedown ? .takenDown : .refused, on: day)
      record.platform = names[index / 2 % names.count]
      record.account = "sample_unmapped_\(index)"
      record.unit = .account
      rows.append(record)
    }
  }

  /// The column names one platform, the link another: the link is right.
  private mutating func addWrongPlatforms() {
    for (index, account) in accounts.next(40).enumerated() where index < 14 {
      let day = SamplePeriod.between.day(using: &maker.random)
      var record = maker.record(account, .takenDown, on: day, asLink: true)
      record.platform = account.platform == .tiktok ? "Instagram" : "TikTok"
      rows.append(record)
    }
  }

  /// Some of the accounts, in a drawn order, none twice.
  private mutating func sample(_ accounts: [SampleAccount], _ count: Int) -> [SampleAccount] {
    var rest = accounts
    for i in 0..<count { rest.swapAt(i, i + maker.random.below(rest.count - i)) }
    return Array(rest.prefix(count))
  }
}
