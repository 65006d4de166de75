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

  /// Writes a result and a line end; on a terminal without what a terminal would act on.
  ///
  /// - Throws: `FileError` when it cannot be written, as on a full disk.
  package static func result(_ text: String) throws {
    do throws(FileError) {
      let output = FileDescriptor.standardOutput
      let shown = output.isTerminal ? shown(text) : text
      try output.write(Array((shown + "\n").utf8).span)
    } catch  where !error.isBrokenPipe {
      throw error
    } catch {}
  }

  /// A text with control characters made visible, but for ends of lines and tabs.
  static func shown(_ text: String) -> String {
    var shown = ""
    for piece in text.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: isLayout)
    {
      shown += String(piece).escapingControls
      if piece.endIndex < text.endIndex {
        shown.unicodeScalars.append(text.unicodeScalars[piece.endIndex])
      }
    }
    return shown
  }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t"
  }
}
