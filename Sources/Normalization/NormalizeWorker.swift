import Bytes
import Tabular
import TakedownModel

/// The work of `Normalize` on one chunk, with the caches and buffers that it needs meanwhile.
struct NormalizeWorker {
  private struct KnownAgency: Sendable {
    var id: [UInt8]
    var country: [UInt8]
    var countryCode: String
    var isMapped: Bool
  }

  private let stage: Normalize
  private let settings: NormalizeSettings
  private let platformIDs: [[UInt8]]
  private var batch = NormalizedBatch()

  private var sources = SpellingTable()
  private var sourceRules: [SourceRules] = []
  private var agencies: SpellingCache<KnownAgency>
  private var platforms: SpellingCache<Int?>
  private var actions: SpellingCache<Action?>
  private var units: SpellingCache<UnitOfCount?>
  private var categories: SpellingCache<String?>

  private var account: [UInt8] = []
  private var scratch: [UInt8] = []

  init(_ stage: Normalize) {
    self.stage = stage
    let settings = stage.settings
    self.settings = settings
    platformIDs = settings.platforms.platforms.map { Array($0.id.utf8) }
    agencies = SpellingCache { spelling in
      guard let agency = settings.agencies.lookup(spelling) else {
        return KnownAgency(
          id: Array("unmapped".utf8), country: [], countryCode: "", isMapped: false)
      }
      return KnownAgency(
        id: Array(agency.id.utf8), country: Array(agency.country.utf8),
        countryCode: agency.country, isMapped: true)
    }
    platforms = SpellingCache { settings.platforms.lookup(spelling: $0) }
    actions = SpellingCache { settings.actions.lookup($0) }
    units = SpellingCache { settings.units.lookup($0) }
    categories = SpellingCache { settings.categories.lookup($0) }
  }

  mutating func run(_ chunk: CSVChunk) throws(NormalizeError) -> NormalizedBatch {
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    batch.rows.reserveCapacity(chunk.bytes.count)
    batch.rowEnds.reserveCapacity(chunk.records)
    batch.keys.reserveCapacity(chunk.records)
    batch.fileNumbers.reserveCapacity(chunk.records)
    batch.positions.reserveCapacity(chunk.records)
    while cursor.next(text) {
      guard cursor.faultyField == nil, cursor.fields.count == StageColumns.records.count else {
        throw NormalizeError(
          row: cursor.position, reason: "expected \(StageColumns.records.count) fields")
      }
      try normalize(cursor.fields, text, row: cursor.position)
    }
    return batch
  }

  // MARK: - One record

  /// The columns of `records.csv` by their place.
  private enum Column {
    static let source = 0
    static let file = 1
    static let position = 2
    static let agency = 3
    static let platform = 4
    static let account = 5
    static let counts = 6
    static let action = 7
    static let actionDate = 8
    static let referredAt = 9
    static let actionedAt = 10
    static let category = 11
    static let language = 12
  }

  private mutating func normalize(
    _ fields: [CSVField], _ text: Span<UInt8>, row: Int
  ) throws(NormalizeError) {
    batch.recordCount += 1
    let rules = try rules(fields, text, row: row)
    let origin = Origin(fields, text)

    // What became of it, in which unit, and when: without these it is in no figure.
    let actionText = trimmed(fields[Column.action], text)
    guard let action = actions.value(of: actionText) else {
      tally(unmapped: "actions", actionText, rules)
      return reject(.unknownAction, rules, origin, .action, actionText, text)
    }
    let unitText = trimmed(fields[Column.counts], text)
    var unit: UnitOfCount?
    if !unitText.isEmpty {
      unit = units.value(of: unitText)
      guard unit != nil else {
        tally(unmapped: "counts", unitText, rules)
        return reject(.unknownUnit, rules, origin, .counts, unitText, text)
      }
    }
    let when = time(fields, text, action, rules)
    if let problem = when.problem {
      return reject(problem, rules, origin, when.field, trimmed(fields[when.column], text), text)
    }

    let agency = agencies.value(of: trimmed(fields[Column.agency], text))
    if !agency.isMapped { tally(unmapped: "agencies", trimmed(fields[Column.agency], text), rules) }

    // Which account on which platform.
    let platformText = trimmed(fields[Column.platform], text)
    let stated = platformText.isEmpty ? nil : platforms.value(of: platformText)
    let found = resolve(fields[Column.account], text, stated, agency.countryCode)
    if found.platform == nil { tally(unmapped: "platforms", platformText, rules) }
    if found.platform != nil, found.platformConflict || stated != nil && stated != found.platform {
      issue(.platformConflict, origin, .platform, platformText, text)
    }
    if let problem = found.problem {
      issue(problem, origin, .account, trimmed(fields[Column.account], text), text)
    }
    if let unit, let addressed = found.counts, unit != addressed, addressed == .post {
      issue(.unitConflict, origin, .counts, unitText, text)
    }

    let referred = referral(fields, text, rules, origin, actioned: when.actioned)

    // The row.
    batch.rows.append(origin.prefix(text))
    batch.rows.append(raw(fields[Column.position], text))
    batch.rows.append(0x2c)
    let keyStart = batch.rows.count
    batch.rows.append(contentsOf: agency.id)
    batch.rows.append(0x2c)
    batch.rows.append(contentsOf: agency.country)
    batch.rows.append(0x2c)
    if let platform = found.platform {
      batch.rows.append(contentsOf: platformIDs[platform])
    } else {
      batch.rows.append(Platform.unmapped)
    }
    batch.rows.append(0x2c)
    if let kind = found.kind {
      batch.rows.append(kind.rawValue)
      batch.rows.append(0x2c)
      if found.platform == nil, !platformText.isEmpty {
        // Two platforms that no register knows may have an account of the same name.
        account.insert(contentsOf: (foldedSpelling(platformText.text) + ":").utf8, at: 0)
      }
      let canonical = account
      batch.rows.append(csvField: canonical.span)
    } else {
      batch.rows.append(0x2c)
    }
    batch.rows.append(0x2c)
    batch.rows.append((unit ?? found.counts ?? .account).rawValue)
    batch.rows.append(0x2c)
    batch.rows.append(action.rawValue)
    batch.rows.append(0x2c)
    append(when.day)
    let keyEnd = batch.rows.count
    batch.rows.append(0x2c)
    if let referred { appendTimestamp(utc: referred, to: &batch.rows) }
    batch.rows.append(0x2c)
    if let actioned = when.actioned { appendTimestamp(utc: actioned, to: &batch.rows) }
    batch.rows.append(0x2c)
    appendCategory(trimmed(fields[Column.category], text), rules)
    batch.rows.append(0x2c)
    batch.rows.append(csvField: trimmed(fields[Column.language], text))
    batch.rows.append(0x0a)

    let key = stage.hasher.hash(batch.rows.span.extracting(keyStart..<keyEnd))
    batch.keys.append(found.kind == nil ? nil : key)
    batch.rowEnds.append(batch.rows.count)
    batch.fileNumbers.append(Int32(truncatingIfNeeded: batch.files.insert(origin.prefix(text))))
    batch.positions.append(position(fields[Column.position], text))
  }

  /// Where a record came from, as it stands in `records.csv`.
  private struct Origin {
    let range: Range<Int>
    let position: Range<Int>

    init(_ fields: [CSVField], _ text: Span<UInt8>) {
      let start = fields[Column.source].start - (fields[Column.source].form == .bare ? 0 : 1)
      let end = fields[Column.file].end + (fields[Column.file].form == .bare ? 0 : 1)
      range = start..<end + 1
      position = fields[Column.position].start..<fields[Column.position].end
    }

    /// `source,file,` as CSV.
    @_lifetime(copy text)
    func prefix(_ text: Span<UInt8>) -> Span<UInt8> {
      text.extracting(range)
    }
  }

  private mutating func rules(
    _ fields: [CSVField], _ text: Span<UInt8>, row: Int
  ) throws(NormalizeError) -> SourceRules {
    let id = raw(fields[Column.source], text)
    if let number = sources.number(of: id) { return sourceRules[number] }
    let name = id.text
    guard let rules = settings.sources.first(where: { $0.id == name }) else {
      throw NormalizeError(row: row, reason: "the pipeline file has no source '\(name)'")
    }
    _ = sources.insert(id)
    sourceRules.append(rules)
    return rules
  }

  // MARK: - Platform and account

  private struct FoundAccount {
    var platform: Int?
    var platformConflict = false
    var kind: AccountKind?
    var counts: UnitOfCount?
    var problem: RecordIssue?
  }

  /// Leaves the canonical account in `account`.
  private mutating func resolve(
    _ field: CSVField, _ text: Span<UInt8>, _ stated: Int?, _ country: String
  ) -> FoundAccount {
    account.removeAll(keepingCapacity: true)
    if field.form != .quotedWithEscapes,
      let fast = stage.fastAccounts.resolve(raw(field, text), platform: stated, into: &account)
    {
      return FoundAccount(
        platform: fast.platform, platformConflict: fast.platformConflict, kind: fast.kind,
        counts: fast.counts)
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(field, of: text, quote: 0x22)
    let resolution = stage.accounts.resolve(
      scratch.span.text, platform: stated, country: country)
    account.append(resolution.account)
    var found = FoundAccount(
      platform: resolution.platform, platformConflict: resolution.platformConflict,
      kind: resolution.kind, counts: resolution.counts)
    switch resolution.problem {
    case .noAccount: found.problem = .noAccount
    case .damagedID: found.problem = .damagedID
    case nil: break
    }
    return found
  }

  // MARK: - Dates

  private struct When {
    var day = CalendarDate(days: 0)
    /// UTC seconds of the action, where the log has them.
    var actioned: Int?
    var problem: NotCounted?
    /// The column that decided.
    var column = Column.actionDate
    var field: RecordField {
      switch column {
      case Column.referredAt: .referredAt
      case Column.actionedAt: .actionedAt
      default: .actionDate
      }
    }
  }

  /// The day of the action: the date of the action, else the day of its time; for what still waits
  /// for an answer, the day of the referral.
  private func time(
    _ fields: [CSVField], _ text: Span<UInt8>, _ action: Action, _ rules: SourceRules
  ) -> When {
    var when = When()
    var columns = [Column.actionDate, Column.actionedAt]
    if action == .pending || action == .referred { columns.append(Column.referredAt) }
    var isFound = false
    for column in columns where !isFound {
      when.column = column
      switch rules.dates.read(raw(fields[column], text)) {
      case .absent: continue
      case .day(let day):
        when.day = day
      case .instant(let utc, let day):
        when.day = day
        if column != Column.referredAt { when.actioned = utc }
      case .failure(let problem):
        when.problem = NotCounted(problem)
        return when
      }
      isFound = true
    }
    guard isFound else {
      when.problem = .noDate
      return when
    }
    if let asOf = settings.asOf, when.day > asOf { when.problem = .afterAsOf }
    if let notBefore = rules.notBefore, when.day < notBefore { when.problem = .beforeNotBefore }
    if when.actioned == nil, !fields[Column.actionedAt].isEmpty,
      case .instant(let utc, _) = rules.dates.read(raw(fields[Column.actionedAt], text))
    {
      when.actioned = utc
    }
    return when
  }

  /// The time of the referral, and issues where one of the times cannot be read or they contradict.
  private mutating func referral(
    _ fields: [CSVField], _ text: Span<UInt8>, _ rules: SourceRules, _ origin: Origin,
    actioned: Int?
  ) -> Int? {
    var referred: Int?
    switch rules.dates.read(raw(fields[Column.referredAt], text)) {
    case .instant(let utc, _): referred = utc
    case .failure:
      issue(.unreadableReferredAt, origin, .referredAt, raw(fields[Column.referredAt], text), text)
    case .absent, .day: break
    }
    if !fields[Column.actionedAt].isEmpty, actioned == nil,
      case .failure = rules.dates.read(raw(fields[Column.actionedAt], text))
    {
      issue(.unreadableActionedAt, origin, .actionedAt, raw(fields[Column.actionedAt], text), text)
    }
    if let referred, let actioned, actioned < referred {
      issue(.negativeTimeToAction, origin, .referredAt, raw(fields[Column.referredAt], text), text)
    }
    return referred
  }

  private mutating func append(_ day: CalendarDate) {
    let (year, month, date) = day.components
    batch.rows.append(decimal: year, width: 4)
    batch.rows.append(0x2d)
    batch.rows.append(decimal: month, width: 2)
    batch.rows.append(0x2d)
    batch.rows.append(decimal: date, width: 2)
  }

  private mutating func appendCategory(_ spelling: Span<UInt8>, _ rules: SourceRules) {
    guard !spelling.isEmpty else { return }
    if let category = categories.value(of: spelling) {
      batch.rows.append(csvField: category)
    } else {
      batch.rows.append("unmapped")
      tally(unmapped: "categories", spelling, rules)
    }
  }

  // MARK: - What is odd

  private mutating func reject(
    _ reason: NotCounted, _ rules: SourceRules, _ origin: Origin, _ field: RecordField,
    _ spelling: Span<UInt8>, _ text: Span<UInt8>
  ) {
    batch.notCounted[reason, default: 0] += 1
    batch.notCountedBySource[rules.id, default: 0] += 1
    issue(.notCounted(reason), origin, field, spelling, text)
  }

  private mutating func issue(
    _ issue: RecordIssue, _ origin: Origin, _ field: RecordField, _ spelling: Span<UInt8>,
    _ text: Span<UInt8>
  ) {
    batch.issueCounts[issue.code, default: 0] += 1
    batch.issues.append(origin.prefix(text))
    batch.issues.append(text.extracting(origin.position))
    batch.issues.append(0x2c)
    batch.issues.append(issue.code)
    batch.issues.append(0x2c)
    batch.issues.append(field.rawValue)
    batch.issues.append(0x2c)
    batch.issues.append(csvField: spelling)
    batch.issues.append(0x2c)
    batch.issues.append(csvField: issue.message)
    batch.issues.append(0x0a)
  }

  private mutating func tally(
    unmapped register: String, _ spelling: Span<UInt8>, _ rules: SourceRules
  ) {
    let key = NormalizedBatch.Unmapped(
      register: register, spelling: spelling.text, source: rules.id)
    batch.unmapped[key, default: 0] += 1
  }

  // MARK: - Texts

  /// The text of a field as it stands; doubled quotes stay doubled.
  @_lifetime(copy text)
  private func raw(_ field: CSVField, _ text: Span<UInt8>) -> Span<UInt8> {
    text.extracting(field.start..<field.end)
  }

  /// The text of a field without spaces and tabs at both ends.
  @_lifetime(copy text)
  private func trimmed(_ field: CSVField, _ text: Span<UInt8>) -> Span<UInt8> {
    raw(field, text).trimmed
  }

  private func position(_ field: CSVField, _ text: Span<UInt8>) -> Int {
    var value = 0
    for i in field.start..<field.end where text[i] >= 0x30 && text[i] <= 0x39 {
      value = value &* 10 &+ Int(text[i] - 0x30)
    }
    return value
  }
}

extension NotCounted {
  init(_ problem: DateProblem) {
    self =
      switch problem {
      case .impossibleDate: .impossibleDate
      case .unreadableDate: .unreadableDate
      case .missingLocalTime: .missingLocalTime
      case .twoDigitYear: .twoDigitYear
      }
  }
}
