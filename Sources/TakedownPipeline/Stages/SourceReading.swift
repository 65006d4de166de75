import Bytes
import Ingestion
import Tabular
import TakedownModel

/// One file of a source on its way to rows: the fast way, or the readable one where its rows are
/// shaped before they are mapped.
struct SourceReading {
  /// What a part of a file is before it is in its order.
  private enum Part: Sendable {
    case rows(ShapedIngest.Rows)
    case batch(FileBatch)
  }

  /// A part with what is needed to do it over: whether a row of a CSV file stands in a second table
  /// shows in the parts before.
  private struct Draft: Sendable {
    var part: Part
    /// Nil where no part depends on those before it.
    var work: FileIngest.Work?
    var otherHeaderLine: Int?
  }

  private var file: FileIngest
  /// The part with which the place of the records was found.
  private var first: FileIngest.Work?
  private let shaped: ShapedIngest?
  private let isPivoted: Bool
  private let path: String

  /// Opens a file; of several places for the list of records, the first that leads to one is taken.
  ///
  /// - Throws: `IngestError` where the file is not what the source says; what the input throws.
  init(_ source: SourceSettings, _ input: InputFile) throws {
    path = input.path
    isPivoted = !source.shape.pivot.isEmpty
    shaped =
      source.isShaped
      ? ShapedIngest(
        source: source.id, file: input.path, shape: source.shape, mapping: source.mapping)
      : nil
    guard source.recordPaths.count > 1 || source.recordPaths == [Self.document] else {
      file = try FileIngest(layout: SourceLayout(source), file: path, source: input.source)
      return
    }
    var bytes: [UInt8] = []
    var whole = input.source
    while try whole.read(into: &bytes, upTo: 1 << 20) > 0 {}
    var failures: [IngestError] = []
    for records in source.recordPaths {
      do {
        // Whether there is a list shows with the first part that is read.
        var file = try FileIngest(
          layout: SourceLayout(source, records: records == Self.document ? "" : records),
          file: path, source: ArraySource(records == Self.document ? Self.list(of: bytes) : bytes))
        first = try file.next()
        self.file = file
        return
      } catch let error as IngestError {
        if !failures.contains(error) { failures.append(error) }
      }
    }
    if failures.count == 1 { throw failures[0] }
    // What stands in the file shows with the first place as well as with all.
    let places = source.recordPaths.map { "'\($0)'" }.joined(separator: ", ")
    throw IngestError(
      .noRecordList, file: path,
      reason: "no list of records at \(places): \(failures.first?.reason ?? "")")
  }

  var encoding: String { file.encoding }
  var dialect: String { file.dialect }
  /// What is odd about the file as a whole, complete when it has been read.
  var findings: [Finding] { file.findings }
  /// How many more there are of each code.
  var unkept: [FindingCode: Int] { file.unkept }

  /// Reads the file to its end, `jobs` parts at the same time; the batches come in their order.
  ///
  /// - Throws: `PipelineError` where a row has got lost; `IngestError`; what `take` throws.
  mutating func read(jobs: Int, _ take: (FileBatch) throws -> Void) async throws {
    let draft = draft
    let ingestInside = file.ingestInside
    let shaped = shaped
    var above = RowsAbove()
    var otherHeaderLine: Int?
    var rows = 0
    try await concurrentMap(jobs: jobs, next: { try next() }, transform: { try draft($0) }) {
      var draft = $0
      if let line = otherHeaderLine, let work = draft.work {
        draft = try Self.draft(work, ingestInside(work, line), shaped)
      }
      otherHeaderLine = draft.otherHeaderLine
      let batch = try Self.finish(draft.part, shaped, above: &above)
      rows += batch.rowCount
      try take(batch)
    }
    // A wide row is as many as it has cells.
    guard file.rowCount == rows || isPivoted && file.rowCount <= rows else {
      throw PipelineError.unbalanced(
        "\(path): \(file.rowCount) rows, of which \(rows) became something")
    }
  }

  /// The place that stands for the document as the one record.
  private static let document = "."

  private static func list(of document: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    let text = document.starts(with: mark) ? document.dropFirst(3) : document[...]
    return [UInt8(ascii: "[")] + text + [UInt8(ascii: "]")]
  }

  private mutating func next() throws -> FileIngest.Work? {
    guard let work = first else { return try file.next() }
    first = nil
    return work
  }

  /// The first step, which takes it that the part begins in the first table.
  private var draft: @Sendable (FileIngest.Work) throws -> Draft {
    let ingest = file.ingest
    let shaped = shaped
    return { try Self.draft($0, ingest($0), shaped) }
  }

  /// Shapes what was read where rows depend on none of the parts before.
  private static func draft(
    _ work: FileIngest.Work, _ ingested: IngestedBatch, _ shaped: ShapedIngest?
  ) throws -> Draft {
    let isChunk = if case .chunk = work { true } else { false }
    return Draft(
      part: try part(ingested, shaped), work: isChunk ? work : nil,
      otherHeaderLine: ingested.otherHeaderLine)
  }

  private static func part(
    _ ingested: IngestedBatch, _ shaped: ShapedIngest?
  ) throws -> Part {
    guard let shaped else { return .batch(FileBatch(ingested)) }
    let rows = try shaped.rows(of: ingested)
    guard !shaped.isOrdered else { return .rows(rows) }
    var above = RowsAbove()
    return .batch(try shaped.batch(of: rows, above: &above))
  }

  /// The second step, in the order of the parts.
  private static func finish(
    _ part: Part, _ shaped: ShapedIngest?, above: inout RowsAbove
  ) throws -> FileBatch {
    switch (part, shaped) {
    case (.rows(let rows), let shaped?): try shaped.batch(of: rows, above: &above)
    case (.rows, nil): FileBatch()
    case (.batch(let batch), _): batch
    }
  }
}
