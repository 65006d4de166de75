import Tabular
import TakedownModel

/// What was published once: the figures of a release, and what is behind them.
///
/// A folder of its own: `vintage.json`, the tables of `data/`, the headlines and the methodology.
package struct Vintage: Hashable, Sendable {
  static let recordName = "vintage.json"

  /// Its number among all, the last day counted, and the first digits of its digest.
  package let name: String
  /// When it was published, in UTC: `2025-04-02T09:00:00Z`.
  package let published: String
  /// The SHA-256 of the figures and of the inputs behind them.
  let digest: String
  /// The run that published it; empty where that is not known.
  let run: String
  let folder: String

  /// Reads the vintage in a folder.
  init(name: String, folder: String) throws {
    let document = try JSONValue(file: folder + "/vintage.json")
    guard let published = document["published"]?.string, Self.seconds(published) != nil,
      let digest = document["sha256"]?.string
    else {
      throw PipelineError.malformed(
        file: folder + "/vintage.json",
        reason: "expected a time such as '2025-04-02T09:00:00Z' at 'published', and 'sha256'")
    }
    self.name = name
    self.published = published
    self.digest = digest
    run = document["run"]?.string ?? ""
    self.folder = folder
  }

  /// Its number among all; 0 where the name begins with none.
  var number: Int { Int(name.prefix { $0 != "-" }) ?? 0 }

  /// The day on which it was published, by the calendar of a zone.
  func day(in zone: ZoneTable) -> CalendarDate {
    zone.day(atUTC: Self.seconds(published) ?? 0)
  }

  /// Seconds since 1970 of a time such as `2025-04-02T09:00:00Z`; nil for anything else.
  private static func seconds(_ text: String) -> Int? {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, text.hasSuffix("Z"), let day = CalendarDate(String(parts[0])) else {
      return nil
    }
    let clock = parts[1].dropLast().split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, clock.allSatisfy({ 0...60 ~= $0 }) else { return nil }
    return day.days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
  }
}
