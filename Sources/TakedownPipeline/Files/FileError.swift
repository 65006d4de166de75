import Glibc

/// An operation of the system on a file that failed.
package struct FileError: Error, Hashable, CustomStringConvertible {
  /// The path as it was given.
  package let path: String
  /// What was tried: `open`, `write` ….
  package let operation: String
  /// What the system says, and what can be done.
  package let reason: String
  /// Whether the reader of a pipe has closed its end.
  package let isBrokenPipe: Bool

  package init(path: String, operation: String, reason: String, isBrokenPipe: Bool = false) {
    self.isBrokenPipe = isBrokenPipe
    self.path = path
    self.operation = operation
    self.reason = reason
  }

  /// The error of a number of the system.
  init(code: Int32, operation: String, path: String) {
    var reason = "error \(code)"
    if let text = unsafe strerror(code) { reason = unsafe String(cString: text) }
    if let remedy = Self.remedy(code, path) { reason += "; " + remedy }
    self.init(path: path, operation: operation, reason: reason, isBrokenPipe: code == EPIPE)
  }

  /// The error that the last system call left.
  static func last(_ operation: String, _ path: String) -> FileError {
    FileError(code: errno, operation: operation, path: path)
  }

  package var description: String { "cannot \(operation) '\(path)': \(reason)" }
}

extension FileError {
  /// What can be done about an error, with what there is to know; nil where its name says it.
  private static func remedy(_ code: Int32, _ path: String) -> String? {
    switch code {
    case ENOSPC, EDQUOT:
      let space = FreeSpace(of: path)
      guard space?.files != 0 else {
        return "the file system has no room for another file; remove some, or move 'outputs'"
      }
      guard let space else { return "make room where it goes" }
      return "\(space.text) left on its file system; "
        + (code == ENOSPC
          ? "make room there ('takedowns runs prune' removes old runs), or use another one"
          : "have the quota raised, or remove what is not needed")
    case EIO:
      return "the disk or the connection to it fails; see what the system's log says of it"
    case EACCES, EPERM:
      return "look who owns it and the folders above it, and with what mode"
    case EROFS: return "the file system can only be read; move 'outputs' to another one"
    case EMFILE, ENFILE: return "too many files are open; raise the limit ('ulimit -n')"
    default: return nil
    }
  }
}
