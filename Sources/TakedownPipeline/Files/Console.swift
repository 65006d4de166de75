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

  /// Writes a result and a line end; on a terminal with no control characters but line ends and tabs.
  ///
  /// - Throws: `FileError` when it cannot be written, as on a full disk.
  package static func result(_ text: String) throws {
    do throws(FileError) {
      let output = FileDescriptor.standardOutput
      let shown = output.isTerminal ? text.escapingControls(but: "\n\t") : text
      try output.write(Array((shown + "\n").utf8).span)
    } catch  where !error.isBrokenPipe {
      throw error
    } catch {}
  }
}
