import Bytes

/// One worksheet as CSV in the standard dialect, made while it is read.
///
/// A row stands on the line of its number, a row without any value is a blank line, and every row is
/// filled up to the width of the widest of the first hundred. Only a text with line ends moves the
/// lines after it: `row(atLine:)` tells the row.
package final class WorksheetSource: ByteSource {
  /// The name of the sheet.
  package let sheet: String
  private let file: String
  private let part: String
  private let handler: WorksheetHandler
  private var stream: PartStream
  private var takenBytes = 0
  private var isAtEnd = false
  private var error: SpreadsheetError?

  init(
    sheet: String, part: String, of parts: WorkbookPackage, _ handler: WorksheetHandler
  ) throws(SpreadsheetError) {
    self.sheet = sheet
    self.part = part
    self.handler = handler
    file = parts.file
    stream = try parts.stream(part, root: .worksheet, handler: handler)
  }

  /// Appends the next bytes of the CSV.
  ///
  /// - Throws: `SpreadsheetError` where the sheet is damaged, also for a fault that only its end
  ///   shows, such as a wrong checksum; every further call throws the same.
  package func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    while takenBytes == handler.rows.output.count {
      guard !isAtEnd else { return 0 }
      handler.rows.removeOutput()
      takenBytes = 0
      try advance()
    }
    let count = handler.rows.move(from: takenBytes, upTo: limit, to: &buffer)
    takenBytes += count
    return count
  }

  /// What was found so far; complete when the source is at its end.
  package var findings: [SpreadsheetFinding] { handler.findings.findings(sheet: sheet) }

  /// The row of the sheet that stands on a line of the CSV, both 1-based.
  package func row(atLine line: Int) -> Int { handler.rows.lines.row(atLine: line) }

  private func advance() throws(SpreadsheetError) {
    if let error { throw error }
    do throws(PartFault) {
      guard try !stream.advance() else { return }
    } catch {
      let found = SpreadsheetError(
        error.isLimit ? .tooLarge : .damaged, file,
        "sheet '\(sheet)', part '\(part)': \(error.reason)")
      self.error = found
      throw found
    }
    handler.finish()
    isAtEnd = true
  }
}
