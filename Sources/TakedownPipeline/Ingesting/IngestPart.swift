import Tabular
import TakedownModel

/// What one file on disk left in the tables of `1-ingest/`, so that a later run can take it over
/// instead of reading the file again.
struct IngestPart {
  /// A stretch of a table.
  struct Stretch {
    /// Where it begins and ends, in bytes.
    var start: Int
    var end: Int
    /// SHA-256 of the table from its beginning to `end`.
    var sha256: String
  }

  /// What is read as one file: the file itself, or one that it holds.
  struct Member {
    var file: WrittenFile
    var sums: FileSums
    /// Its row in `files.csv`.
    var row: [String]
  }

  let source: String
  /// The digest of all on which it depends beside the file: the program and the source's settings.
  let rules: String
  /// The file, and the checksum file beside it where there is one.
  let inputs: [WrittenFile]
  let members: [Member]
  /// How many findings there are of each code.
  let findings: [FindingCode: Int]
  /// Its stretch of each table, by the name of the table.
  let stretches: [String: Stretch]
}

extension IngestPart {
  var json: JSONValue {
    .object([
      "source": .string(source), "rules": .string(rules),
      "inputs": .array(inputs.map(\.json)),
      "members": .array(
        members.map {
          .object([
            "file": $0.file.json, "sums": $0.sums.json, "row": .array($0.row.map { .string($0) }),
          ])
        }),
      "findings": .counts(findings, by: \.name),
      "stretches": .object(
        stretches.sorted { $0.key < $1.key }.map { name, stretch in
          JSONValue.Member(
            name,
            .object([
              "start": .integer(stretch.start), "end": .integer(stretch.end),
              "sha256": .string(stretch.sha256),
            ]))
        }),
    ])
  }

  /// A part as `json` has it; nil for anything else.
  init?(_ json: JSONValue) {
    guard let source = json["source"]?.string, let rules = json["rules"]?.string,
      let findings = json["findings"]?.counts(by: FindingCode.named),
      case .object(let stretches)? = json["stretches"]
    else { return nil }
    self.source = source
    self.rules = rules
    self.findings = findings
    var tables: [String: Stretch] = [:]
    for table in stretches {
      guard let start = table.value["start"]?.integer, let end = table.value["end"]?.integer,
        let sha256 = table.value["sha256"]?.string, 0 <= start, start <= end
      else { return nil }
      tables[table.key] = Stretch(start: start, end: end, sha256: sha256)
    }
    self.stretches = tables
    inputs = (json["inputs"]?.elements ?? []).compactMap { WrittenFile($0) }
    let written = json["members"]?.elements ?? []
    members = written.compactMap { member in
      guard let file = member["file"].flatMap({ WrittenFile($0) }),
        let sums = member["sums"].flatMap({ FileSums($0) }), let row = member["row"]
      else { return nil }
      return Member(file: file, sums: sums, row: row.elements.compactMap(\.string))
    }
    guard !inputs.isEmpty, members.count == written.count else { return nil }
  }
}

extension JSONValue {
  /// Counts by name, in the order of the names.
  static func counts<Key>(_ counts: [Key: Int], by name: (Key) -> String) -> JSONValue {
    .object(
      counts.map { Member(name($0.key), .integer($0.value)) }.sorted { $0.key < $1.key })
  }

  /// What `counts` has made; nil for anything else, and for a name that stands for no key.
  func counts<Key: Hashable>(by key: (String) -> Key?) -> [Key: Int]? {
    guard case .object(let members) = self else { return nil }
    var counts: [Key: Int] = [:]
    for member in members {
      guard let key = key(member.key), let count = member.value.integer else { return nil }
      counts[key] = count
    }
    return counts
  }
}
