import Foundation
import Tabular

/// The call that failed last, as long as none has done what it was asked to since.
///
/// It is noted in the outputs folder, where a call that fails leaves nothing else, for `status`.
struct FailedCall: Hashable, Sendable {
  private static let name = ".failed.json"

  /// In UTC, such as `2025-04-02T09:00:00Z`.
  let ended: String
  /// The exit status.
  let status: Int
  /// What it said, line by line.
  let problems: [String]

  /// A call that ends now.
  init(status: Int32, problems: [String]) {
    ended = Date().ISO8601Format()
    self.status = Int(status)
    self.problems = problems
  }

  /// The one that is noted in an outputs folder; nil where there is none that can be read.
  init?(in outputs: String) {
    guard let note = try? JSONValue(file: outputs + "/" + Self.name),
      let ended = note["ended"]?.string, let status = note["status"]?.integer,
      let problems = note["problems"]?.elements
    else { return nil }
    self.ended = ended
    self.status = status
    self.problems = problems.compactMap(\.string)
  }

  var json: JSONValue {
    .object([
      "ended": .string(ended), "status": .integer(status),
      "problems": .array(problems.map { .string($0) }),
    ])
  }

  /// Such as `2025-04-02T09:00:00Z, status 2: nca.csv: no column 'Date'`.
  var line: String {
    let others = problems.count > 1 ? " (and \(problems.count - 1) more)" : ""
    return "\(ended), status \(status): \(problems.first ?? "")\(others)"
  }

  /// Notes it in place of the one before; in a folder that there is.
  ///
  /// - Throws: `FileError` where it cannot be written.
  func note(in outputs: String) throws(FileError) {
    guard Folders.isFolder(outputs) else { return }
    _ = try OutputFile.replace(
      Array(json.prettyText.utf8), at: outputs + "/" + Self.name, mode: 0o600)
  }

  /// Removes the note, and what was left of writing one.
  static func clear(in outputs: String) throws {
    for name in [name, name + ".new"] { try Folders.remove(outputs + "/" + name) }
  }
}
