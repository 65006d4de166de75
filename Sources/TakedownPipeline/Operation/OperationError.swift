/// Those who could not be told of a run that did what it was asked to.
package struct OperationError: Error, Hashable, CustomStringConvertible {
  /// One line each.
  package let problems: [String]

  package var description: String { problems.joined(separator: "; ") }

  /// What the run did holds, so the status is another than that of a failure.
  package var exitStatus: Int32 { 4 }
}
