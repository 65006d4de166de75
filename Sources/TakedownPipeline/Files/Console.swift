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
  ///
  /// - Throws: `FileError` when it cannot be written, as on a full disk.
  package static func result(_ text: String) throws {
    do throws(FileError) {
      try FileDescriptor.standardOutput.write(Array((text + "\n").utf8).span)
    } catch  where !error.isBrokenPipe {
      throw error
    } catch {}
  }

  /// Writes what is no result, and a line end.
  package static func error(_ text: String) {
    try? FileDescriptor.standardError.write(Array((text + "\n").utf8).span)
  }
}
