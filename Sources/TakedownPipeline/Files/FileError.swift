import Glibc

/// An operation of the system on a file that failed.
package struct FileError: Error, Hashable, CustomStringConvertible {
  /// The path as it was given.
  package let path: String
  /// What was tried: `open`, `write` ….
  package let operation: String
  /// What the system says.
  package let reason: String
  /// Whether the reader of a pipe has closed its end.
  let isBrokenPipe: Bool

  package init(path: String, operation: String, reason: String, isBrokenPipe: Bool = false) {
    self.isBrokenPipe = isBrokenPipe
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  /// The error that the last system call left.
  static func last(_ operation: String, _ path: String) -> FileError {
    let code = errno
    var reason = "error \(code)"
    if let text = unsafe strerror(code) { reason = unsafe String(cString: text) }
    return FileError(
      path: path, operation: operation, reason: reason, isBrokenPipe: code == EPIPE)
  }

  package var description: String { "cannot \(operation) '\(path)': \(reason)" }
}
