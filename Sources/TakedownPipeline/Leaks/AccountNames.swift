import Bytes
import PrivateNames
import Tabular
import TakedownModel

/// The accounts of a run whose names may stand in a release.
///
/// Each account costs one look at the words of the release; only what may be there is kept.
struct AccountNames {
  private let words: WordSet
  private let jobs: Int

  init(among words: WordSet, jobs: Int) {
    self.words = words
    self.jobs = jobs
  }

  /// Accounts of counted records and handles that were joined to ids, each once.
  ///
  /// `folder` is that of the stage normalize; a name comes with the first record that has it.
  func all(in folder: String) async throws -> [PrivateName] {
    var names = FirstNames()
    var records = try StageFile(folder + "/takedowns.csv", columns: StageColumns.takedowns)
    try await concurrentMap(
      jobs: jobs, next: { try records.next() }, transform: { ofRecords(in: $0) }
    ) { names.add($0) }
    var handles = try StageFile(folder + "/accounts.csv", columns: StageColumns.accounts)
    while let chunk = try handles.next() { names.add(ofHandles(in: chunk)) }
    return names.all
  }

  private func ofRecords(in chunk: CSVChunk) -> [PrivateName] {
    find(in: chunk, kind: TakedownColumn.accountKind.rawValue) { row, text in
      let file = row.cell(TakedownColumn.file.rawValue, text)
      let position = row.cell(TakedownColumn.position.rawValue, text)
      return (
        row.cell(TakedownColumn.platform.rawValue, text), "record \(position) of '\(file)'"
      )
    }
  }

  private func ofHandles(in chunk: CSVChunk) -> [PrivateName] {
    find(in: chunk, kind: 3) { row, text in
      (row.cell(0, text), "a handle that 2-normalize/accounts.csv joins to an id")
    }
  }

  /// The names in a chunk; the column of an identifier follows that of its kind.
  private func find(
    in chunk: CSVChunk, kind: Int,
    described: ([CSVField], Span<UInt8>) -> (platform: String, origin: String)
  ) -> [PrivateName] {
    var names: [PrivateName] = []
    let text = chunk.bytes.span
    var cursor = CSVCursor(chunk, dialect: .standard)
    var account: [UInt8] = []
    while cursor.next(text) {
      guard cursor.fields.count > kind + 1, !cursor.fields[kind + 1].isEmpty else { continue }
      account.removeAll(keepingCapacity: true)
      account.append(cursor.fields[kind + 1], of: text, quote: CSVDialect.standard.quote)
      guard let word = PrivateName.telling(in: account.span), words.mayContain(word) else {
        continue
      }
      let (platform, origin) = described(cursor.fields, text)
      let bytes = Self.searched(account, kind: cursor.fields.cell(kind, text))
      if let name = PrivateName(.account(platform: platform), bytes, origin: origin) {
        names.append(name)
      }
    }
    return names
  }

  /// The part of an identifier by which people know it: a phone number without its plus sign, a
  /// handle without the platform that a log may put before it.
  private static func searched(_ account: [UInt8], kind: String) -> [UInt8] {
    if account.first == UInt8(ascii: "+") { return Array(account.dropFirst()) }
    guard kind != AccountKind.url.rawValue, let colon = account.lastIndex(of: UInt8(ascii: ":"))
    else { return account }
    return Array(account[(colon + 1)...])
  }
}

extension [CSVField] {
  fileprivate func cell(_ column: Int, _ text: Span<UInt8>) -> String {
    text.extracting(self[column].start..<self[column].end).text
  }
}

/// Names, each once, as it came first.
private struct FirstNames {
  private(set) var all: [PrivateName] = []
  private var seen: Set<[UInt8]> = []

  mutating func add(_ names: [PrivateName]) {
    for name in names where seen.insert(name.bytes).inserted { all.append(name) }
  }
}
