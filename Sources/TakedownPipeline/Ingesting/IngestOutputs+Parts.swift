import Tabular
import TakedownModel

// What one file on disk leaves, noted as it is finished, and taken over from an earlier run.
extension IngestOutputs {
  /// Where the tables stand before a file is read.
  struct Place {
    fileprivate let starts: [String: Int]
    fileprivate let findings: [FindingCode: Int]
  }

  var place: Place {
    Place(starts: tables.mapValues(\.byteCount), findings: findingCounts)
  }

  /// Notes that a file on disk has been read as a whole.
  mutating func note(
    _ inputs: [WrittenFile], _ members: [IngestPart.Member], source: String, rules: String,
    since place: Place
  ) throws {
    let stretches = tables.map { name, file in
      let stretch = IngestPart.Stretch(
        start: place.starts[name] ?? 0, end: file.byteCount, sha256: file.sha256SoFar)
      return (name, stretch)
    }
    let findings = findingCounts.merging(place.findings) { $0 - $1 }.filter { $0.value > 0 }
    let part = IngestPart(
      source: source, rules: rules, inputs: inputs, members: members, findings: findings,
      stretches: Dictionary(uniqueKeysWithValues: stretches))
    try parts.write(Array((part.json.lineText + "\n").utf8).span)
  }

  /// Takes over what a file left in an earlier run.
  mutating func take(_ part: IngestPart, from archive: IngestArchive, rules: String) throws {
    let place = place
    for (name, file) in tables.sorted(by: { $0.key < $1.key }) {
      guard let stretch = part.stretches[name] else { continue }
      try archive.read(name, stretch) { try file.write($0) }
    }
    findingCounts.merge(part.findings, uniquingKeysWith: +)
    for member in part.members { files.append(member.row) }
    try note(part.inputs, part.members, source: part.source, rules: rules, since: place)
  }

  private var tables: [String: OutputFile] {
    ["records.csv": records, "rejects.csv": rejects, "findings.csv": findings]
  }
}
