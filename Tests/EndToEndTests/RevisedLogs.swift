import Foundation
import Tabular
import Testing

/// Logs that change from run to run, and what `diff` says of them.
enum RevisedLogs {
  /// The sources and settings of a pipeline file.
  struct Settings {
    var agencies = ["uk-nca", "al-asp"]
    var aliases = ""
    var asOf = "2025-03-31"

    var text: String {
      let sources = agencies.map { id in
        """
        {"id": "\(id)", "agency": "\(id)", "path": "inputs/\(id)*.csv", "format": "csv", "fields": {
          "platform": "Platform", "account": "Account", "action": "Action", "action_date": "Date"}}
        """
      }
      return """
        {
          "version": 1,
          "reporting": {"time_zone": "Europe/London", "year_start": "07-01", "as_of": "\(asOf)"},
          "sources": [\(sources.joined(separator: ",\n"))],
          "registers": {"platforms": [{"id": "tiktok", "aliases": [\(aliases)]}]},
          "headlines": [{"id": "joint"}, {"id": "nca", "agency": "uk-nca"}]
        }

        """
    }
  }

  static let header = "Platform,Account,Action,Date\n"

  static func rows(_ accounts: Range<Int>, _ platform: String = "TikTok") -> String {
    accounts.map { number in
      let day = String(format: "%02d", number % 28 + 1)
      return "\(platform),@sample_\(number),Removed,2025-01-\(day)\n"
    }.joined()
  }

  static func diff(_ workspace: Workspace, _ options: String...) throws -> JSONValue {
    let result = try workspace.run(["diff", "--format", "json"] + options)
    try #require(result.status == 0, "\(result)")
    return try JSONValue(parsing: Array(result.output.utf8).span)
  }

  /// The revision of the joint or one agency's accounts to date on all platforms.
  static func accounts(_ report: JSONValue, _ agency: String) throws -> JSONValue {
    let found = (report["revisions"]?.elements ?? []).filter {
      $0["measure"]?.string == "accounts" && $0["agency"]?.string == agency
        && $0["platform"]?.string == "all" && $0["period_kind"]?.string == "to-date"
    }
    try #require(found.count == 1, "\(report.prettyText)")
    return found[0]
  }

  static func expectSums(
    _ report: JSONValue, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for revision in report["revisions"]?.elements ?? [] {
      let parts = try #require(revision["parts"])
      let names = ["rules", "restated", "late", "sources"]
      let sum = names.reduce(0) { $0 + (parts[$1]?.integer ?? 0) }
      #expect(sum == revision["change"]?.integer, "\(revision)", sourceLocation: sourceLocation)
      let change = (revision["new_value"]?.integer ?? 0) - (revision["old_value"]?.integer ?? 0)
      #expect(sum == change, "\(revision)", sourceLocation: sourceLocation)
    }
  }

  /// The parts of a revision that are not 0.
  static func parts(_ revision: JSONValue) -> [String: Int] {
    guard case .object(let members)? = revision["parts"] else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: members.compactMap { member in
        member.value.integer.flatMap { $0 == 0 ? nil : (member.key, $0) }
      })
  }

  static func causes(_ report: JSONValue) -> Set<String> {
    Set((report["causes"]?.elements ?? []).compactMap { $0["part"]?.string })
  }
}
