import Tabular
import TakedownModel

/// Why nothing of a file can be read: the source, and with it the run, cannot go on.
package struct IngestError: Error, Hashable, CustomStringConvertible {
  package let file: String
  package let reason: String

  package init(file: String, reason: String) {
    self.file = file
    self.reason = reason
  }

  package var description: String { "\(file): \(reason)" }
}

extension IngestError {
  static func empty(_ file: String) -> IngestError {
    IngestError(
      file: file,
      reason: "the file is empty; expected a header row; ask the agency for the file again")
  }

  static func missingColumn(
    _ places: [String], for field: RecordField, source: String, header: [String], line: Int,
    file: String
  ) -> IngestError {
    let wanted = places.map { "'\($0)'" }.joined(separator: " or ")
    var reason = """
      line \(line): no column \(wanted), which sources '\(source)' fields.\(field.rawValue) names; the \
      header has \(header.map { "'\($0.prefix(40))'" }.joined(separator: ", "))
      """
    let delimiters: [Character] = [";", "\t", ",", "|"]
    if header.count == 1, let other = delimiters.first(where: { header[0].contains($0) }) {
      reason += "; is the delimiter '\(other == "\t" ? "tab" : String(other))'?"
    } else if let near = places.lazy.compactMap({ nearest($0, in: header) }).first {
      reason += "; did you mean '\(near)'?"
    }
    return IngestError(file: file, reason: reason)
  }

  static func repeatedColumn(_ name: String, line: Int, file: String) -> IngestError {
    IngestError(
      file: file,
      reason: """
        line \(line): the header has '\(name)' more than once, and a field is to be read from it; expected \
        one; rename the columns or map another
        """)
  }

  static func headerBeyond(lines: Int, declared: Int?, file: String) -> IngestError {
    IngestError(
      file: file,
      reason: """
        the header is declared to stand on line \(declared ?? 1); found \(lines) lines in the first \
        part of the file; correct header_line in the pipeline file
        """)
  }
}
