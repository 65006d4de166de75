import Bytes
import Tabular
import TakedownModel

/// Reads what the columns of a record say about its account, with the caches that it needs meanwhile.
struct AccountReader: ~Copyable {
  /// The platform and the account of one column; `text` of the reader has the canonical identifier.
  struct Found {
    /// The index in the register's platforms; nil for one that no register knows.
    var platform: Int?
    /// nil where there is no account.
    var kind: AccountKind?
    /// What the address itself says was acted on.
    var counts: UnitOfCount?
    var problem: AccountProblem?
    var isLookAlike = false
  }

  /// What the column of the platform's own ids says, beside the account column.
  enum IDReading {
    /// Nothing, or what the account column says too.
    case nothing
    /// Another account than the address in the account column.
    case conflict
    case problem(AccountProblem)
    /// An id, which `cells` of the reader has; whether it is all that the record says.
    case id(isAlone: Bool)
  }

  private let stage: Normalize
  private var platforms: SpellingCache<Int?>
  private var text: [UInt8] = []
  /// `platform,account_kind,account,` of the id that was read last.
  private(set) var cells: [UInt8] = []

  init(_ stage: Normalize) {
    self.stage = stage
    let register = stage.settings.platforms
    platforms = SpellingCache { register.lookup(spelling: $0) }
  }

  /// The index of the platform that the platform column names.
  mutating func statedPlatform(of record: RecordRow) -> Int? {
    record[.platform].isEmpty ? nil : platforms.value(of: record[.platform])
  }

  /// What the account column names.
  mutating func read(_ record: RecordRow, stated: Int?, country: String) -> Found {
    text.removeAll(keepingCapacity: true)
    if let fast = stage.fastAccounts.resolve(record.raw(.account), platform: stated, into: &text) {
      return Found(platform: fast.platform, kind: fast.kind, counts: fast.counts)
    }
    return take(
      stage.accounts.resolve(record.raw(.account).text, platform: stated, country: country))
  }

  /// What the column of ids names, once the account column was read.
  mutating func readID(_ record: RecordRow, beside found: Found, stated: Int?) -> IDReading {
    let column = record[.accountID]
    guard !column.isEmpty else { return .nothing }
    // What an id is on a platform that no register knows, nobody can say: a name goes before it.
    let platform = found.platform ?? stated
    if platform == nil, found.kind != nil { return .nothing }
    let account = text
    defer { text = account }
    let id = take(stage.accounts.resolveID(column.text, platform: platform))
    // A source may take both columns from one place.
    let isSame = column.equals(record[.account])
    if let problem = id.problem { return isSame ? .nothing : .problem(problem) }
    if found.kind == id.kind { return text == account ? .nothing : .conflict }
    var row = ByteWriter(capacity: 64)
    append(id, record, to: &row)
    cells = row.bytes
    return .id(isAlone: isSame || found.kind == nil)
  }

  /// Appends `platform,account_kind,account,` of what was read last.
  func append(_ found: Found, _ record: RecordRow, to row: inout ByteWriter) {
    if let platform = found.platform {
      row.append(stage.platformIDs[platform])
    } else {
      row.append(stage.unmapped[0])
    }
    row.append(0x2c)
    if let kind = found.kind {
      row.append(stage.kindWords[kind])
      row.append(0x2c)
      let platform = record[.platform]
      if found.platform == nil, !platform.isEmpty {
        // Two platforms that no register knows may have an account of the same name.
        var own = Array((foldedSpelling(platform.text) + ":").utf8)
        own.append(text.span)
        row.append(csvField: own.span)
      } else {
        row.append(csvField: text.span)
      }
    } else {
      row.append(0x2c)
    }
    row.append(0x2c)
  }

  private mutating func take(_ resolution: AccountResolution) -> Found {
    text.removeAll(keepingCapacity: true)
    text.append(resolution.account)
    return Found(
      platform: resolution.platform, kind: resolution.kind, counts: resolution.counts,
      problem: resolution.problem, isLookAlike: !resolution.looksLike.isEmpty)
  }
}
