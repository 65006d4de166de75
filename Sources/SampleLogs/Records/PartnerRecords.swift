/// The rows of an agency other than `uk-nca`.
struct PartnerRecords {
  private(set) var accounts: AccountAllocator
  private let shared: [SampleAccount]
  private var maker: RecordMaker

  /// Prepares the rows of an agency that comes upon some of another agency's accounts.
  ///
  /// - Parameters:
  ///   - accounts: Gives out accounts that no agency has had.
  ///   - shared: Accounts that another agency has taken down; a sixth of the rows are of these.
  ///   - random: The agency's own generator.
  ///   - style: What sets its rows apart.
  init(
    accounts: AccountAllocator, shared: [SampleAccount], random: SplitMix64, style: PartnerStyle
  ) {
    self.accounts = accounts
    self.shared = shared
    maker = RecordMaker(random: random, style: style)
  }

  /// So many rows, sorted by day.
  mutating func records(count: Int) -> [SampleRecord] {
    var rows: [SampleRecord] = []
    while rows.count < count {
      let day = SamplePeriod.inner.day(using: &maker.random)
      let isShared = maker.random.chance(perMille: 160)
      let account = isShared ? maker.random.pick(shared) : accounts.next()
      append(account, on: day, to: &rows)
    }
    return rows.prefix(count).enumerated()
      .sorted { ($0.element.day.days, $0.offset) < ($1.element.day.days, $1.offset) }
      .map(\.element)
  }

  private mutating func append(
    _ account: SampleAccount, on day: SampleDay, to rows: inout [SampleRecord]
  ) {
    switch maker.random.below(1000) {
    case 0..<110: rows.append(maker.record(account, .refused, on: day))
    case 110..<150: rows.append(maker.record(account, .pending, on: day))
    case 150..<165: rows.append(maker.record(account, .referred, on: day))
    case 165..<180: rows.append(maker.record(account, .restricted, on: day))
    case 180..<230 where !maker.style.logsAccountsOnly:
      rows.append(maker.postRecord(account, on: day))
    case 230..<242: rows.append(maker.recordWithoutAccount(like: account, on: day))
    case 242..<246: rows.append(maker.recordWithDamagedNumber(on: day))
    case 246..<252:
      var record = maker.record(account, .takenDown, on: day)
      record.platform = maker.random.pick(["Facebouk", "VidShare", "Telegarm", "Chirper"])
      record.account = "sample_unmapped_\(account.serial)"
      record.accountNumber = nil
      rows.append(record)
    default:
      rows.append(maker.record(account, .takenDown, on: day))
      if maker.random.chance(perMille: 60) {
        rows.append(maker.record(account, .takenDown, on: day))
      }
      if maker.random.chance(perMille: 30),
        let later = SamplePeriod.inner.day(after: day, within: 40, using: &maker.random)
      {
        rows.append(maker.record(account, .reinstated, on: later))
      }
    }
  }
}
