import Bytes

/// Standard output for results, standard error for everything else.
///
/// A reader that has closed its end of the pipe has read enough: that is no error.
package enum Console {
  /// To be called once, before anything is written.
  package static func prepare() {
    FileDescriptor.reportBrokenPipes()
  }

  /// Writes a result and a line end.
  package static func result(_ text: String) {
    try? FileDescriptor.standardOutput.write(Array((text + "\n").utf8).span)
  }

  /// Writes what is no result, and a line end.
  package static func error(_ text: String) {
    try? FileDescriptor.standardError.write(Array((text + "\n").utf8).span)
  }
}
