import Bytes
import Revisions
import Tabular
import TakedownModel

/// The records between two runs: what came, went and changed, and the figures of each state between.
struct RecordStates {
  let old: KeptRun
  let new: KeptRun
  let pairing: FilePairing
  /// By the order of `sources`; nil where no file is to be compared record by record.
  let difference: RowDifference?
  /// The sources that both runs have read.
  let sources: [String]
  private let oldScan: RecordScan
  private let newScan: RecordScan

  /// Compares the records of two runs.
  ///
  /// - Throws: `PipelineError` where the records of a run are gone or not of this version's form.
  init(from old: KeptRun, to new: KeptRun) throws {
    self.old = old
    self.new = new
    let ids = Set(try old.sourcesRead)
    let sources = try new.sourcesRead.filter { ids.contains($0) }
    let hasher = KeyHasher()
    let oldScan = try Self.scan(old, hasher)
    let newScan = try Self.scan(new, hasher)
    let pairing = FilePairing(
      old: oldScan, new: newScan, digests: (old: try old.files, new: try new.files),
      sources: Set(sources))
    self.sources = sources
    self.oldScan = oldScan
    self.newScan = newScan
    self.pairing = pairing
    guard (pairing.old + pairing.new).contains(.compared) else {
      difference = nil
      return
    }
    var before = RowMarks(oldScan, states: pairing.old, sourceIDs: sources, hasher: hasher)
    try Self.forEachChunk(old) { before.add($0) }
    var after = RowMarks(newScan, states: pairing.new, sourceIDs: sources, hasher: hasher)
    try Self.forEachChunk(new) { after.add($0) }
    difference = RowDifference(
      old: before, new: after, oldScan: oldScan, newScan: newScan, sources: sources.count)
  }

  /// The files that are read by other rules, whose bytes are the same.
  var rereadFiles: [RecordScan.File] {
    func reread(_ files: [RecordScan.File], _ states: [FilePairing.State]) -> [RecordScan.File] {
      zip(files, states).filter { $0.1 == .reread }.map { $0.0 }
    }
    var seen: Set<[String]> = []
    return (reread(newScan.files, pairing.new) + reread(oldScan.files, pairing.old)).filter {
      seen.insert([$0.source, $0.path]).inserted
    }
  }

  /// Writes the records as they stand when a part and those before it have been taken off.
  func write(after part: RevisionPart, to path: String) throws {
    let file = try OutputFile(path: path)
    var header: [UInt8] = []
    header.append(csvRow: StageColumns.records)
    try file.write(header.span)
    switch part {
    case .rules:
      try copy(
        old, RowSelection(oldScan, files: pairing.old.map { $0 != .reread }), to: file)
      try copy(
        new, RowSelection(newScan, files: pairing.new.map { $0 == .reread }), to: file)
    case .restated, .late:
      let late = part == .restated ? difference?.late ?? [] : []
      try copy(
        new,
        RowSelection(
          newScan, files: pairing.new.map { $0 != .otherSource }, without: late), to: file)
      try copy(
        old, RowSelection(oldScan, files: pairing.old.map { $0 == .otherSource }), to: file)
    case .sources:
      try copy(
        new, RowSelection(newScan, files: pairing.new.map { _ in true }), to: file)
    }
    _ = file.finish()
  }

  private func copy(_ run: KeptRun, _ selection: RowSelection, to file: OutputFile) throws {
    try Self.forEachChunk(run) { chunk in
      var rows: [UInt8] = []
      selection.append(chunk, to: &rows)
      try file.write(rows.span)
    }
  }

  private static func scan(_ run: KeptRun, _ hasher: KeyHasher) throws -> RecordScan {
    var scan = RecordScan(hasher: hasher)
    try forEachChunk(run) { scan.add($0) }
    return scan
  }

  private static func forEachChunk(_ run: KeptRun, _ body: (CSVChunk) throws -> Void) throws {
    var file = try StageFile(run.records, columns: StageColumns.records)
    while let chunk = try file.next() { try body(chunk) }
  }
}
