/// What is wrong with a template of the page.
package struct PageTemplateError: Error, Hashable, CustomStringConvertible {
  /// The template's file.
  package let file: String
  /// 1-based; nil where the file as a whole is at fault.
  package let line: Int?
  /// What was found, what was expected, what to do.
  package let reason: String

  package var description: String {
    line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)"
  }
}
