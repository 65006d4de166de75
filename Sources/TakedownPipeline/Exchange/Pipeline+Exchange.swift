import Bytes
package import Pseudonyms
import Tabular
import TakedownModel

extension Pipeline {
  /// Writes the takedowns of the published run for a partner, under pseudonyms.
  ///
  /// - Parameters:
  ///   - key: What the partner has too.
  ///   - id: The name that both know it by.
  ///   - path: The file to write, readable by the owner alone; nil for standard output.
  /// - Returns: The sums in words.
  /// - Throws: `PipelineError` where there is no published run, or its file was changed; `FileError`.
  package func exportExchange(key: ExchangeKey, id: KeyID, to path: String?) throws -> String {
    let export = try ExchangeExport(publishedTakedowns(), key: key, id: id)
    if let path {
      let temporary = path + ".new"
      do {
        let file = try FileDescriptor.writing(temporary, mode: 0o600)
        try export.write { try file.write($0) }
        try file.synchronize()
        try Folders.move(temporary, to: path)
      } catch {
        try? Folders.remove(temporary)
        throw error
      }
    } else {
      let output = FileDescriptor.standardOutput
      try export.write { try output.write($0) }
    }
    let passed = export.passed
    let takedowns = passed.records - passed.otherActions - passed.withoutAccount
    return """
      records \(passed.records): exported \(export.count), the same as another one \
      \(takedowns - export.count), without an account \(passed.withoutAccount), not taken down \
      \(passed.otherActions)
      """
  }

  /// Counts the accounts of the published run and those of a partner's export, each once.
  ///
  /// - Throws: `ExchangeError` where the file is not an export under this key.
  package func importExchange(
    _ path: String, key: ExchangeKey, id: KeyID
  ) throws -> ExchangeReport {
    let takedowns = try publishedTakedowns()
    var pseudonymizer = try Pseudonymizer(key: key, id: id)
    var tally = ExchangeTally(yearStart: file.reporting.yearStart)
    var partner = try PartnerFile(path, id: id, keyCheck: pseudonymizer.keyCheck)
    try partner.read(into: &tally)
    let agencies = try addOurs(takedowns, &pseudonymizer, to: &tally)
    return ExchangeReport(tally, partner, path: path, ownAgencies: agencies)
  }

  /// Adds the accounts of a run to a tally; returns its agencies.
  private func addOurs(
    _ path: String, _ pseudonymizer: inout Pseudonymizer, to tally: inout ExchangeTally
  ) throws -> [String] {
    var agencies = CheckedSpellings { $0 }
    var units = CheckedSpellings { UnitOfCount(rawValue: $0) }
    var days = CheckedSpellings { CalendarDate($0) }
    var reader = try TakenDownReader(path)
    try reader.forEach { row in
      _ = agencies.number(of: row.agency)
      guard let unit = units.number(of: row.counts), units.values[unit].countsAsAccount,
        let day = days.number(of: row.date)
      else { return }
      let pseudonym = try pseudonymizer.pseudonym(
        platform: row.platform, kind: row.kind, account: row.account)
      tally.add(
        pseudonym, kind: row.kind, platform: row.platform, on: days.values[day], to: .ours)
    }
    return agencies.values
  }

  /// The counted records of the run that `latest` points to, as they were written.
  func publishedTakedowns() throws -> String {
    try unchangedFile("takedowns.csv", of: .normalize, in: publishedRun())
  }
}
