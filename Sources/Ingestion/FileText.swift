import Bytes
import Spreadsheets
import Tabular
import TakedownModel
import TextDecoding

/// The text of a file as its reader takes it: decoded, or taken out of a spreadsheet.
struct FileText {
  let source: any ByteSource
  /// The encoding that the text is read with, by its IANA name; empty for a spreadsheet.
  let encoding: String
  /// Which code pages would make words of bytes that are not UTF-8, in words.
  let suggestion: String?
  private let file: String
  private let decoded: DecodedSource?
  private let sheet: WorksheetSource?

  /// Opens a file as its layout says.
  ///
  /// - Throws: `IngestError` where the layout cannot be right; what the source throws.
  init(_ source: any ByteSource, layout: SourceLayout, file: String) throws {
    if case .xlsx(let sheet, _) = layout.format {
      try self.init(workbook: source, sheet: sheet, file: file)
    } else {
      try self.init(source, encoding: layout.encoding, file: file)
    }
  }

  /// Text in the encoding that is declared, or shown by its first bytes.
  private init(_ source: any ByteSource, encoding declared: String?, file: String) throws {
    do {
      let decoded = try DecodedSource(source, declared: declared.flatMap { TextEncoding(name: $0) })
      self.source = decoded
      self.decoded = decoded
      encoding = decoded.encoding.name
      suggestion = decoded.suggestion
    } catch let error as TextEncodingError {
      throw IngestError(.wrongEncoding, file: file, reason: error.description)
    }
    sheet = nil
    self.file = file
  }

  /// One sheet of a workbook, as CSV; nil for the first that is not hidden.
  private init(workbook source: any ByteSource, sheet name: String?, file: String) throws {
    do {
      let sheet = try Workbook(source, file: file).sheet(name)
      self.source = SheetText(sheet)
      self.sheet = sheet
    } catch let error as SpreadsheetError {
      throw IngestError(error)
    }
    decoded = nil
    encoding = ""
    suggestion = nil
    self.file = file
  }

  /// How many findings of each code are not kept.
  var unkept: [FindingCode: Int] {
    guard let decoded, decoded.faultCount > decoded.faults.count else { return [:] }
    return [.undecodableByte: decoded.faultCount - decoded.faults.count]
  }

  /// What is odd about the text; complete when it has been read to its end.
  var findings: [Finding] {
    var findings: [Finding] = []
    if let words = decoded?.contradiction {
      findings.append(Finding(file: file, code: .encodingContradiction, message: words))
    }
    for fault in decoded?.faults ?? [] {
      findings.append(
        Finding(
          file: file, line: fault.line, code: .undecodableByte,
          message: "\(fault.words); the row that holds it is a reject"))
    }
    return findings + (sheet?.findings ?? []).map { $0.finding(file) }
  }
}

/// The rows of a sheet as CSV; what is wrong with the workbook is an `IngestError`.
private struct SheetText: ByteSource {
  private let sheet: WorksheetSource

  init(_ sheet: WorksheetSource) {
    self.sheet = sheet
  }

  mutating func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    do {
      return try sheet.read(into: &buffer, upTo: limit)
    } catch let error as SpreadsheetError {
      throw IngestError(error)
    }
  }
}

extension IngestError {
  fileprivate init(_ error: SpreadsheetError) {
    self.init(
      error.code == .unknownSheet ? .unknownSheet : .unreadableWorkbook, file: error.file,
      reason: error.reason)
  }
}

extension SpreadsheetFinding {
  /// The finding with its page.
  fileprivate func finding(_ file: String) -> Finding {
    Finding(
      file: file, line: row, column: column, code: code.page, severity: severity,
      message: "sheet '\(sheet)': \(message)")
  }
}
