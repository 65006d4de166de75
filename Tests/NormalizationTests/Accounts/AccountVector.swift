import Foundation
import Tabular
import TakedownModel
import Testing

@testable import Normalization

/// One spelling and what it has to become: a row of a file in `Vectors`, one file for each platform.
///
/// Columns: `given` (the platform column; empty for none), `text` (`\u{200B}` for characters that
/// cannot be seen), `country`, then what has to come out: `platform`, `kind`, `account`, `counts`,
/// `problem`, `conflict` and `look_alike` (`yes` or empty).
struct AccountVector: Sendable, CustomTestStringConvertible {
  let given: String
  let text: String
  let country: String
  let expected: String

  private static let columns = [
    "given", "text", "country", "platform", "kind", "account", "counts", "problem", "conflict",
    "look_alike",
  ]

  private init(row: [String]) {
    given = row[0]
    text = Self.unescaped(row[1])
    country = row[2]
    let platform = row[3].isEmpty ? "-" : row[3]
    let counts = row[6].isEmpty ? "" : "[\(row[6])]"
    let marks = [row[8] == "yes" ? "!" : "", row[9] == "yes" ? "~" : ""]
    expected = ([platform, row[7], row[4], row[5], counts] + marks)
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  var testDescription: String { "\(given): \(text)" }

  /// The index of the platform column's platform.
  var platform: Int? { Self.register.index(ofID: given) }

  static let register = PlatformRegister(Platform.builtIn)
  static let rules = AccountRules(register: register)

  /// Where the tables of these tests are.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Vectors")

  /// The vectors of all files, by the files' names.
  static let all: [AccountVector] = {
    do {
      return
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { $0.hasSuffix(".csv") }
        .flatMap { name in
          let table = try Table(csv: Array(Data(contentsOf: folder.appending(path: name))))
          guard table.columns == columns else {
            Issue.record("\(name) has other columns")
            return [AccountVector]()
          }
          return table.rows.map(AccountVector.init(row:))
        }
    } catch {
      Issue.record(error)
      return []
    }
  }()

  /// A resolution in the words of `expected`: `!` for a conflict of platforms, `~` for a text that
  /// looks like another.
  static func describe(_ resolution: AccountResolution) -> String {
    var words = [resolution.platform.map { register.platforms[$0].id } ?? "-"]
    if let problem = resolution.problem { words.append(problem.rawValue) }
    if let kind = resolution.kind { words += [kind.rawValue, resolution.account] }
    if let counts = resolution.counts { words.append("[\(counts.rawValue)]") }
    if resolution.platformConflict { words.append("!") }
    if !resolution.looksLike.isEmpty { words.append("~") }
    return words.joined(separator: " ")
  }

  /// The text with `\u{…}` as the characters.
  private static func unescaped(_ text: String) -> String {
    var rest = text[...]
    var plain = ""
    while let start = rest.firstRange(of: "\\u{") {
      plain += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard let end = rest.firstIndex(of: "}") else { break }
      if let value = UInt32(rest[..<end], radix: 16), let scalar = Unicode.Scalar(value) {
        plain.unicodeScalars.append(scalar)
      }
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }
}
