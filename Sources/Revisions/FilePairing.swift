/// What became of each file between two runs, told by the records in it and the digest of its bytes.
package struct FilePairing: Sendable {
  /// What a file is for the comparison.
  package enum State: Hashable, Sendable {
    /// The other run has the same records, under this or another name.
    case same
    /// The bytes are the same and the records are not: the source is read by other rules.
    case reread
    /// Its records are to be compared one by one.
    case compared
    /// Only one of the runs has read the source.
    case otherSource
  }

  /// By the numbers of the scans' files.
  package let old: [State]
  package let new: [State]

  private struct Name: Hashable {
    let source: String
    let path: String

    init(_ file: RecordScan.File) {
      source = file.source
      path = file.path
    }

    init(_ name: (source: String, path: String)) {
      source = name.source
      path = name.path
    }
  }

  /// Pairs the files of two scans.
  ///
  /// - Parameters:
  ///   - old: the records of the earlier run.
  ///   - new: the records of the later run, by the same hasher.
  ///   - digests: of every file that each run read, its SHA-256.
  ///   - sources: the ids of the sources that both runs have.
  package init(
    old: RecordScan, new: RecordScan,
    digests: (
      old: [(source: String, path: String, sha256: String)],
      new: [(source: String, path: String, sha256: String)]
    ), sources: Set<String>
  ) {
    func byName(
      _ digests: [(source: String, path: String, sha256: String)]
    ) -> [Name: String] {
      Dictionary(digests.map { (Name(($0.source, $0.path)), $0.sha256) }) { first, _ in first }
    }
    let oldDigests = byName(digests.old)
    let newDigests = byName(digests.new)
    var oldStates: [State?] = old.files.map { sources.contains($0.source) ? nil : .otherSource }
    var newStates: [State?] = new.files.map { sources.contains($0.source) ? nil : .otherSource }

    let oldNumbers = Dictionary(
      old.files.enumerated().map { (Name($0.element), $0.offset) }
    ) { first, _ in first }
    for (number, file) in new.files.enumerated() where newStates[number] == nil {
      let name = Name(file)
      let other = oldNumbers[name]
      if let other, old.files[other].hasRecords(of: file) {
        newStates[number] = .same
        oldStates[other] = .same
      } else if let digest = newDigests[name], oldDigests[name] == digest {
        newStates[number] = .reread
        if let other { oldStates[other] = .reread }
      }
    }
    for (number, file) in old.files.enumerated() where oldStates[number] == nil {
      let name = Name(file)
      // None of its rows is a record any longer.
      if let digest = oldDigests[name], newDigests[name] == digest {
        oldStates[number] = .reread
        continue
      }
      // A file that has got another name; where there are several such, the first.
      for (place, other) in new.files.enumerated()
      where newStates[place] == nil && other.source == file.source && other.hasRecords(of: file) {
        oldStates[number] = .same
        newStates[place] = .same
        break
      }
    }
    self.old = oldStates.map { $0 ?? .compared }
    self.new = newStates.map { $0 ?? .compared }
  }
}
