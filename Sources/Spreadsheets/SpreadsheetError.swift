import TakedownModel

/// Why a workbook, or the rest of a sheet, cannot be read.
package struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of reasons.
  package enum Code: String, CaseIterable, Sendable {
    /// Another kind of file, or a workbook in another format.
    case notAnXLSXWorkbook = "not-an-xlsx-workbook"
    /// A password is needed.
    case encrypted
    /// The file contradicts its own format or ends too early.
    case damaged
    /// A limit is passed.
    case tooLarge = "too-large"
    /// No sheet of the name that was asked for.
    case unknownSheet = "unknown-sheet"
  }

  package let code: Code
  package let file: String
  package let reason: String

  init(_ code: Code, _ file: String, _ reason: String) {
    self.code = code
    self.file = file
    self.reason = reason
  }

  package var description: String { "\(file): \(reason)" }
}

extension SpreadsheetError {
  static func damaged(_ file: String, part: String, _ fault: PartFault) -> SpreadsheetError {
    SpreadsheetError(fault.isLimit ? .tooLarge : .damaged, file, "part '\(part)': \(fault.reason)")
  }

  static func missingPart(_ part: String, _ file: String) -> SpreadsheetError {
    SpreadsheetError(
      .damaged, file,
      """
      the workbook names the part '\(part)', which it does not hold; expected the complete file; \
      ask for it again
      """)
  }

  static func unknownSheet(
    _ name: String, among names: [String], _ file: String
  )
    -> SpreadsheetError
  {
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    let near = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    return SpreadsheetError(
      .unknownSheet, file, "no sheet '\(name)'; the workbook has \(list)\(near)")
  }
}

/// What is wrong inside one part of a workbook; the reader of the part adds which one it is.
struct PartFault: Error, Hashable {
  let reason: String
  let isLimit: Bool

  init(_ reason: String, isLimit: Bool = false) {
    self.reason = reason
    self.isLimit = isLimit
  }
}
