import Bytes
import Digests
import Tabular

/// The tables of an earlier `1-ingest/`, whole or broken off, from which parts are taken over.
///
/// A table is believed up to the end of the last part when it has the digest that was noted there;
/// else nothing is taken.
final class IngestArchive {
  private let folder: String
  private var parts: [Key: IngestPart] = [:]
  /// Where the last part ends in each table.
  private var ends: [String: IngestPart.Stretch] = [:]
  private lazy var isIntact = hasTables()

  private struct Key: Hashable {
    var source: String
    var path: String
  }

  /// Reads the list of parts, up to a line that broke off; one that is not there has none.
  init(folder: String) {
    self.folder = folder
    guard let text = try? Folders.read(folder + "/" + IngestOutputs.partsName) else { return }
    for line in text.split(separator: 0x0a) {
      guard let json = try? JSONValue(parsing: Array(line).span), let part = IngestPart(json)
      else { return }
      parts[Key(source: part.source, path: part.inputs[0].path)] = part
      ends.merge(part.stretches) { $0.end > $1.end ? $0 : $1 }
    }
  }

  /// What a file left, where the file, its checksum file, the program and the source's settings are
  /// the same; nil otherwise.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  func part(of source: String, rules: String, files: [InputPlace]) throws -> IngestPart? {
    guard let path = files.first?.path, let part = parts[Key(source: source, path: path)],
      part.rules == rules, part.inputs.count == files.count
    else { return nil }
    for (file, former) in zip(files, part.inputs) {
      guard try file.path == former.path && file.isStill(former) else { return nil }
    }
    return isIntact ? part : nil
  }

  /// Calls `take` with the bytes of a stretch, block by block.
  func read(
    _ name: String, _ stretch: IngestPart.Stretch, _ take: (Span<UInt8>) throws -> Void
  )
    throws
  {
    let file = try FileDescriptor.reading(folder + "/" + name)
    try file.seek(to: stretch.start)
    var left = stretch.end - stretch.start
    while left > 0 {
      var block: [UInt8] = []
      guard try file.read(into: &block, upTo: min(left, 1 << 20)) > 0 else {
        throw PipelineError.malformed(
          file: folder + "/" + name, reason: "was cut off while it was read; run again")
      }
      left -= block.count
      try take(block.span)
    }
  }

  private func hasTables() -> Bool {
    ends.allSatisfy { name, end in
      let digest = Digest()
      do {
        try read(name, IngestPart.Stretch(start: 0, end: end.end, sha256: end.sha256)) {
          digest.update($0)
        }
      } catch { return false }
      return digest.finish() == end.sha256
    }
  }
}
