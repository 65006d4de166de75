import Bytes
import Tabular
import TakedownModel

/// Cuts a CSV file into chunks of whole records, in the dialect that is declared or found.
struct CSVFileReader: FileReader {
  /// Turns the chunks into records.
  let rows: CSVIngest
  /// How the file is written, in words.
  let found: String
  /// What is odd about the file as a whole.
  let findings: [Finding]
  private(set) var rowCount = 0
  private let file: String
  private var chunker: CSVChunker

  /// The longest record; one that is longer because a quote is not closed is a reject.
  private static let recordLimit = 16 << 20

  init(
    layout: SourceLayout, declaration: CSVDeclaration, file: String, text: FileText
  ) throws {
    self.file = file
    var source = text.source
    var sample: [UInt8] = []
    while sample.count < CSVDetection.sampleSize {
      let missing = CSVDetection.sampleSize - sample.count
      guard try source.read(into: &sample, upTo: missing) > 0 else { break }
    }
    let names = layout.mapped.map { _, places in
      places + places.compactMap { CSVColumns.split($0)?.name }
    }
    let detection = CSVDetection(sample.span, declaration: declaration, columns: names)
    if let lines = detection.missingHeaderLine {
      throw IngestError.headerBeyond(lines: lines, declared: declaration.headerLine, file: file)
    }
    found = detection.description
    let rest = sample.span.extracting(detection.headerOffset...).array
    let dialect = detection.dialect
    chunker = CSVChunker(
      ResumedSource(rest, source), dialect: dialect, recordLimit: Self.recordLimit,
      isLenient: true, firstLine: detection.headerLine)
    do {
      let header: [String]
      if detection.hasHeader {
        guard let names = try chunker.header() else { throw IngestError.empty(file) }
        header = names
      } else {
        header = Self.numbered(rest, dialect, isWidest: layout.hasSeveralTables)
        guard !header.isEmpty else { throw IngestError.empty(file) }
      }
      rows = try CSVIngest(
        layout: layout, dialect: dialect, file: file, header: header,
        headerLine: detection.hasHeader ? detection.headerLine : 0, encoding: text.encoding,
        suggestion: text.suggestion)
    } catch let error as CSVError {
      throw IngestError(.recordTooLong, file: file, reason: error.description)
    }
    findings = Self.findings(detection, file: file) + rows.findings
  }

  mutating func next() throws -> FileIngest.Work? {
    do {
      guard let chunk = try chunker.next() else { return nil }
      rowCount += chunk.records
      return .chunk(chunk)
    } catch let error as CSVError {
      throw IngestError(.recordTooLong, file: file, reason: error.description)
    }
  }

  /// `column 1`, `column 2` and so on, as many as the first record has fields.
  ///
  /// Of several tables the widest record counts, and no row needs more than the first column: names
  /// that are left empty are made up later on.
  private static func numbered(
    _ text: [UInt8], _ dialect: CSVDialect, isWidest: Bool
  ) -> [String] {
    let grammar = CSVGrammar(dialect, isLenient: true)
    var fields: [CSVField] = []
    var width = 0
    var offset = 0
    var start = -1
    while width == 0 || isWidest, start < offset, offset < text.count {
      start = offset
      _ = grammar.read(text.span, at: &offset, isFinal: true, fields: &fields)
      width = max(width, fields.count)
    }
    return (0..<width).map { isWidest && $0 > 0 ? "" : "column \($0 + 1)" }
  }

  private static func findings(_ detection: CSVDetection, file: String) -> [Finding] {
    var findings: [Finding] = []
    if detection.linesBefore > 0 {
      findings.append(
        .linesBeforeHeader(
          detection.linesBefore, first: detection.firstLineBefore, header: detection.headerLine,
          file: file))
    }
    if detection.lineEnds.contains(" and ") {
      findings.append(.mixedLineEnds(detection.lineEnds, file: file))
    }
    return findings
  }
}
