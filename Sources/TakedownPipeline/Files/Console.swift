import Bytes

/// Standard output, for results.
///
/// Everything else goes to the log. A reader that has closed its end of the pipe has read enough: that is
/// no error.
package enum Console {
  /// To be called once, before anything is opened or written.
  package static func prepare() {
    FileDescriptor.occupyStandardNumbers()
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
}
