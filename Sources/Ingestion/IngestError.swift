import Tabular
package import TakedownModel

/// Why nothing of a file can be read: the source, and with it the run, cannot go on.
package struct IngestError: Error, Hashable, CustomStringConvertible {
  package let code: FindingCode
  package let file: String
  /// The line of the fault, 1-based, where it has one; the reason names it too.
  package let line: Int?
  package let reason: String

  package init(
    _ code: FindingCode = .unreadable, file: String, line: Int? = nil, reason: String
  ) {
    self.code = code
    self.line = line
    self.file = file
    self.reason = reason
  }

  package var description: String { "\(file): \(reason)" }
}

extension IngestError {
  static func empty(_ file: String) -> IngestError {
    IngestError(
      .emptyFile, file: file,
      reason: "the file is empty; expected a header row; ask the agency for the file again")
  }

  static func missingColumn(
    _ places: [String], for field: RecordField, source: String, header: [String], line: Int,
    file: String
  ) -> IngestError {
    let wanted = places.map { "'\($0)'" }.joined(separator: " or ")
    let shown = header.prefix(40).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
    let more = header.count > 40 ? " and \(header.count - 40) more" : ""
    var reason = """
      line \(line): no column \(wanted), which sources '\(source)' fields.\(field.rawValue) names; the \
      header has \(shown)\(more)
      """
    let delimiters: [Character] = [";", "\t", ",", "|"]
    if header.count == 1, let other = delimiters.first(where: { header[0].contains($0) }) {
      reason += "; is the delimiter '\(other == "\t" ? "tab" : String(other))'?"
    } else if let near = places.lazy.compactMap({ nearest($0, in: header) }).first {
      reason += "; did you mean '\(near)'?"
    }
    return IngestError(.missingColumn, file: file, line: line, reason: reason)
  }

  static func repeatedColumn(_ name: String, line: Int, file: String) -> IngestError {
    IngestError(
      .ambiguousColumn, file: file, line: line,
      reason: """
        line \(line): the header has '\(name)' more than once, and a field is to be read from it; expected \
        one; rename the columns or map another
        """)
  }

  static func headerBeyond(lines: Int, declared: Int?, file: String) -> IngestError {
    IngestError(
      .missingHeader, file: file,
      reason: """
        the header is declared to stand on line \(declared ?? 1); found \(lines) lines in the first \
        part of the file; correct header_line in the pipeline file
        """)
  }
}
