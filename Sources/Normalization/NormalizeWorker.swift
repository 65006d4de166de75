import Bytes
import Tabular
import TakedownModel

/// The work of `Normalize` on one chunk, with the caches and buffers that it needs meanwhile.
struct NormalizeWorker: ~Copyable {
  private let stage: Normalize
  private let asOf: CalendarDate?
  private var batch = NormalizedBatch()

  /// The `source,file,` of the record before, and what belongs to it: records come file by file.
  private var origin: [UInt8] = []
  private var source = ""
  private var dates: DateReader?
  private var referralDates: DateReader?
  private var timeDates: DateReader?
  private var notBefore: CalendarDate?
  /// Whether the records of the source may be joined to an id.
  private var identifies = false
  private var fileNumber = 0

  /// The number of an agency in `stage.agencyCells`; 0 for one that no register knows.
  private var agencies: SpellingCache<Int>
  private var actions: SpellingCache<SpellingMeaning<Action>>
  private var units: SpellingCache<SpellingMeaning<UnitOfCount>>
  private var categories: SpellingCache<String?>
  /// Whether these three are of the source alone.
  private var hasOwnWords = false

  private var accounts: AccountReader

  init(_ stage: Normalize, _ chunk: CSVChunk) {
    self.stage = stage
    asOf = stage.settings.asOf
    batch.rowEnds.reserveCapacity(chunk.records)
    batch.keys.reserveCapacity(chunk.records)
    batch.fileNumbers.reserveCapacity(chunk.records)
    batch.positions.reserveCapacity(chunk.records)
    let settings = stage.settings
    agencies = SpellingCache { stage.agencyNumber(of: $0) }
    actions = SpellingCache { settings.actions.meaning(of: $0) }
    units = SpellingCache { settings.units.meaning(of: $0) }
    categories = SpellingCache { settings.categories.lookup($0) }
    accounts = AccountReader(stage)
  }

  mutating func run(_ chunk: CSVChunk) throws(NormalizeError) -> NormalizedBatch {
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    var rows = ByteWriter(capacity: chunk.bytes.count)
    while try next(&cursor, text) {
      let fields = cursor.fields.span
      let record = RecordRow(fields: fields, text: text)
      try meet(record, row: cursor.position)
      if record.hasEscapes {
        let plain = UnescapedRow(fields: fields, text: text)
        normalize(RecordRow(fields: plain.fields.span, text: plain.text.span), to: &rows)
      } else {
        normalize(record, to: &rows)
      }
    }
    batch.rows = rows.bytes
    return batch
  }

  /// Goes to the next row, which must have the columns of `records.csv`.
  private func next(
    _ cursor: inout CSVCursor, _ text: Span<UInt8>
  ) throws(NormalizeError) -> Bool {
    guard cursor.next(text) else { return false }
    guard cursor.faultyField == nil, cursor.fields.count == StageColumns.records.count else {
      throw NormalizeError(
        row: cursor.position, reason: "expected \(StageColumns.records.count) fields")
    }
    return true
  }

  // MARK: - One record

  /// Notes the source and the file of a record.
  private mutating func meet(_ record: RecordRow, row: Int) throws(NormalizeError) {
    guard !origin.span.equals(record.origin) || origin.isEmpty else { return }
    source = record[.source].text
    guard let rules = stage.settings.sources.first(where: { $0.id == source }) else {
      throw NormalizeError(row: row, reason: "the pipeline file has no source '\(source)'")
    }
    dates = rules.reader(of: .actionDate)
    referralDates = rules.reader(of: .referredAt)
    timeDates = rules.reader(of: .actionedAt)
    notBefore = rules.notBefore
    identifies = rules.hasAccountIDs || stage.owners != nil
    use(rules.words)
    fileNumber = batch.files.insert(record.origin)
    while batch.lastDays.count <= fileNumber { batch.lastDays.append(nil) }
    origin = record.origin.array
  }

  /// Takes the words of a source, or without them those of all agencies.
  private mutating func use(_ own: RegisteredWords?) {
    guard own != nil || hasOwnWords else { return }
    hasOwnWords = own != nil
    let words = own ?? stage.settings.words
    actions = SpellingCache { words.actions.meaning(of: $0) }
    units = SpellingCache { words.units.meaning(of: $0) }
    categories = SpellingCache { words.categories.lookup($0) }
  }

  private mutating func normalize(_ record: RecordRow, to rows: inout ByteWriter) {
    batch.recordCount += 1

    // What became of it, in which unit, and when: without these it is in no figure.
    let meant = actions.value(of: record[.action])
    guard let action = meant.value else {
      if meant == .noEquivalent { return reject(.noEquivalent, record, .action) }
      tally(unmapped: "actions", record[.action])
      return reject(.unknownAction, record, .action)
    }
    var unit: UnitOfCount?
    if !record[.counts].isEmpty {
      let meant = units.value(of: record[.counts])
      unit = meant.value
      guard unit != nil else {
        if meant == .noEquivalent { return reject(.noEquivalent, record, .counts) }
        tally(unmapped: "counts", record[.counts])
        return reject(.unknownUnit, record, .counts)
      }
    }
    let when = time(of: record, action)
    if let problem = when.problem {
      if problem == .unreadableDate { hint(record, when.column) }
      return reject(problem, record, when.column.column)
    }
    if batch.lastDays[fileNumber].map({ $0 < when.day }) ?? true {
      batch.lastDays[fileNumber] = when.day
    }
    let referred = referral(of: record, actioned: when.actioned)

    let agency = agencies.value(of: record[.agency])
    if agency == 0 { tally(unmapped: "agencies", record[.agency]) }

    // Which account on which platform.
    let stated = accounts.statedPlatform(of: record)
    var found = accounts.read(record, stated: stated, country: stage.countries[agency])
    if found.isLookAlike { issue(.lookAlike, record, .account) }
    if found.platform == nil { tally(unmapped: "platforms", record[.platform]) }
    if let platform = found.platform, let stated, stated != platform {
      issue(.platformConflict, record, .platform)
    }
    if let stated = unit, stated.countsAsAccount, let addressed = found.counts,
      !addressed.countsAsAccount
    {
      unit = addressed
      issue(.unitConflict, record, .counts)
    }

    // The row; what makes two records one lies in one piece of it.
    rows.append(origin)
    rows.append(record[.position])
    rows.append(0x2c)
    let keyStart = rows.count
    rows.append(stage.agencyCells[agency])
    let accountStart = rows.count
    accounts.append(found, record, to: &rows)
    if identifies {
      identify(record, &found, stated: stated, on: when.day, from: accountStart, in: &rows)
    }
    if let problem = found.problem { issue(RecordIssue(problem), record, .account) }
    rows.append(stage.unitWords[unit ?? found.counts ?? .account])
    rows.append(0x2c)
    rows.append(stage.actionWords[action])
    rows.append(0x2c)
    append(when.day, to: &rows)
    let key = stage.hasher.hash(rows.span.extracting(keyStart..<rows.count))
    rows.append(0x2c)
    if let referred { appendTimestamp(utc: referred, to: &rows) }
    rows.append(0x2c)
    if let actioned = when.actioned { appendTimestamp(utc: actioned, to: &rows) }
    rows.append(0x2c)
    appendCategory(record[.category], to: &rows)
    rows.append(0x2c)
    rows.append(csvField: record[.language])
    rows.append(0x0a)

    batch.keys.append(found.kind == nil ? nil : key)
    batch.rowEnds.append(rows.count)
    batch.fileNumbers.append(Int32(truncatingIfNeeded: fileNumber))
    batch.positions.append(record.ordinal)
  }

  // MARK: - Id and handle

  /// Puts the id of the account in place of the handle whose cells were written from `start` on, where
  /// the record or the others say it; the handle's links are noted.
  private mutating func identify(
    _ record: RecordRow, _ found: inout AccountReader.Found, stated: Int?, on day: CalendarDate,
    from start: Int, in rows: inout ByteWriter
  ) {
    let handle = rows.span.extracting(start..<rows.count).array
    switch accounts.readID(record, beside: found, stated: stated) {
    case .nothing: break
    case .conflict: return issue(.idConflict, record, .accountID)
    case .problem(.damagedID): issue(.damagedAccountID, record, .accountID)
    case .problem(.noAccount):
      // A placeholder stands for no id, as an empty field does.
      if !AccountText.isPlaceholder(record[.accountID].text.caseFolded) {
        issue(.badAccountID, record, .accountID)
      }
    case .id(let isAlone):
      if !isAlone {
        batch.links.add(.sameRecord, handle: handle, id: accounts.cells, on: day, stage.hasher)
      }
      found.kind = .id
      found.problem = nil
      rows.remove(from: start)
      return rows.append(accounts.cells)
    }
    guard found.kind != nil, let owners = stage.owners else { return }
    switch owners.owner(of: stage.hasher.hash(handle.span)) {
    case nil: return
    case .several:
      batch.links.add(.severalIDs, handle: handle, id: [], on: day, stage.hasher)
      issue(.handleOfSeveralIDs, record, .account)
    case .id(let number):
      let id = owners[id: number].array
      batch.links.add(.onlyID, handle: handle, id: id, on: day, stage.hasher)
      rows.remove(from: start)
      rows.append(id)
    }
  }

  /// Which id each handle belongs to, by the records of some sources that have both.
  mutating func owners(
    in chunk: CSVChunk, of sources: Set<String>
  ) throws(NormalizeError) -> HandleOwners {
    var owners = HandleOwners()
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    var row = ByteWriter(capacity: 256)
    while try next(&cursor, text) {
      let fields = cursor.fields.span
      let record = RecordRow(fields: fields, text: text)
      try meet(record, row: cursor.position)
      guard sources.contains(source), !record[.accountID].isEmpty else { continue }
      let plain = UnescapedRow(fields: fields, text: text)
      let whole = RecordRow(fields: plain.fields.span, text: plain.text.span)
      let agency = agencies.value(of: whole[.agency])
      let stated = accounts.statedPlatform(of: whole)
      let found = accounts.read(whole, stated: stated, country: stage.countries[agency])
      guard case .id(isAlone: false) = accounts.readID(whole, beside: found, stated: stated)
      else { continue }
      row.remove(from: 0)
      accounts.append(found, whole, to: &row)
      owners.add(
        stage.hasher.hash(row.span), stage.hasher.hash(accounts.cells.span),
        cells: accounts.cells.span)
    }
    return owners
  }

  // MARK: - Dates

  private struct When {
    var day = CalendarDate(days: 0)
    /// UTC seconds of the action, where the log has them.
    var actioned: Int?
    var problem: NotCounted?
    /// The column that decided.
    var column = DateColumn.actionDate
  }

  private func read(_ record: RecordRow, _ column: DateColumn) -> DateReading {
    let text = record.raw(column.column)
    if text.isEmpty { return .absent }
    return switch column {
    case .actionDate: dates?.read(text) ?? .absent
    case .referredAt: referralDates?.read(text) ?? .absent
    case .actionedAt: timeDates?.read(text) ?? .absent
    }
  }

  /// The day of the action: the date of the action, else the day of its time; for what still waits
  /// for an answer, the day of the referral.
  private func time(of record: RecordRow, _ action: Action) -> When {
    var when = When()
    var reading = read(record, .actionDate)
    if reading == .absent {
      when.column = .actionedAt
      reading = read(record, .actionedAt)
    }
    if reading == .absent, action == .pending || action == .referred {
      when.column = .referredAt
      reading = read(record, .referredAt)
    }
    switch reading {
    case .absent:
      when.column = .actionDate
      when.problem = .noDate
      return when
    case .failure(let problem):
      when.problem = NotCounted(problem)
      return when
    case .day(let day):
      when.day = day
    case .instant(let utc, let day):
      when.day = day
      if when.column != .referredAt { when.actioned = utc }
    }
    if let asOf, when.day > asOf { when.problem = .afterAsOf }
    if let notBefore, when.day < notBefore { when.problem = .beforeNotBefore }
    if when.column == .actionDate, case .instant(let utc, _) = read(record, .actionedAt) {
      when.actioned = utc
    }
    return when
  }

  /// The time of the referral; issues where a time cannot be read or the two contradict each other.
  private mutating func referral(of record: RecordRow, actioned: Int?) -> Int? {
    var referred: Int?
    switch read(record, .referredAt) {
    case .instant(let utc, _): referred = utc
    case .failure(let problem):
      issue(.unreadableReferredAt, record, .referredAt)
      if problem == .unreadableDate { hint(record, .referredAt) }
    case .absent, .day: break
    }
    if actioned == nil, case .failure(let problem) = read(record, .actionedAt) {
      issue(.unreadableActionedAt, record, .actionedAt)
      if problem == .unreadableDate { hint(record, .actionedAt) }
    }
    if let referred, let actioned, actioned < referred {
      issue(.negativeTimeToAction, record, .referredAt)
    }
    return referred
  }

  private func append(_ day: CalendarDate, to rows: inout ByteWriter) {
    let (year, month, date) = day.components
    rows.append(decimal: year, width: 4)
    rows.append(0x2d)
    rows.append(decimal: month, width: 2)
    rows.append(0x2d)
    rows.append(decimal: date, width: 2)
  }

  private mutating func appendCategory(
    _ spelling: Span<UInt8>, to rows: inout ByteWriter
  ) {
    guard !spelling.isEmpty else { return }
    if let category = categories.value(of: spelling) {
      rows.append(text: category)
    } else {
      rows.append(stage.unmapped[0])
      tally(unmapped: "categories", spelling)
    }
  }

  // MARK: - What is odd

  private mutating func reject(
    _ reason: NotCounted, _ record: RecordRow, _ column: RecordRow.Column
  ) {
    batch.notCounted[reason, default: 0] += 1
    batch.notCountedBySource[source, default: 0] += 1
    if reason.isFault {
      batch.faultyBySource[source, default: 0] += 1
      batch.faultyByFile[fileNumber, default: (0, .notCounted(reason))].records += 1
    }
    issue(.notCounted(reason), record, column)
  }

  private mutating func issue(
    _ issue: RecordIssue, _ record: RecordRow, _ column: RecordRow.Column
  ) {
    batch.issueCounts[issue.code.name, default: 0] += 1
    batch.issues.append(contentsOf: origin)
    batch.issues.append(record[.position])
    batch.issues.append(0x2c)
    batch.issues.append(issue.code.name)
    batch.issues.append(0x2c)
    batch.issues.append(StageColumns.records[column.rawValue])
    batch.issues.append(0x2c)
    batch.issues.append(csvField: record.raw(column))
    batch.issues.append(0x2c)
    batch.issues.append(csvField: issue.message)
    batch.issues.append(0x0a)
  }

  /// Notes what a date looks like that no format of the source reads.
  private mutating func hint(_ record: RecordRow, _ column: DateColumn) {
    batch.dateHints.add(
      record.raw(column.column), source: source, column, file: record[.file].text,
      position: record.ordinal)
  }

  private mutating func tally(unmapped register: String, _ spelling: Span<UInt8>) {
    let key = NormalizedBatch.Unmapped(
      register: register, spelling: spelling.text, source: source)
    batch.unmapped[key, default: 0] += 1
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
      case .ambiguousDate: .ambiguousDate
      }
  }
}
