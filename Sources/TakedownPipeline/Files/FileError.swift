import Glibc

/// An operation of the system on a file that failed.
package struct FileError: Error, Hashable, CustomStringConvertible {
  /// The path as it was given.
  package let path: String
  /// What was tried: `open`, `write` ….
  package let operation: String
  /// What the system says.
  package let reason: String

  package init(path: String, operation: String, reason: String) {
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  /// The error that the last system call left.
  static func last(_ operation: String, _ path: String) -> FileError {
    let code = errno
    var reason = "error \(code)"
    if let text = unsafe strerror(code) { reason = unsafe String(cString: text) }
    return FileError(path: path, operation: operation, reason: reason)
  }

  package var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
