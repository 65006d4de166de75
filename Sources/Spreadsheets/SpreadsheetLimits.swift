/// How much of a workbook is read before it is refused.
package struct SpreadsheetLimits: Hashable, Sendable {
  /// Bytes of the file, which is held in memory.
  package var fileBytes = 256 << 20
  /// Entries of the zip archive.
  package var entries = 20_000
  /// Bytes that one part may unpack to.
  package var partBytes = 8 << 30
  /// How many times the size of the file a part beyond `smallPartBytes` may unpack to.
  package var ratio = 200
  /// Bytes that one part may unpack to whatever the size of the file.
  package var smallPartBytes = 16 << 20
  /// The same for the parts that are held in memory: shared strings, styles, lists of sheets.
  package var heldRatio = 40
  /// Bytes of the shared strings, eight more for each.
  package var sharedStringBytes = 1 << 30
  /// Bytes of the text of one cell; spreadsheet programs themselves end at 32,767 characters.
  package var cellBytes = 256 << 10
  /// Bytes of CSV that one sheet may come to whatever the size of the file.
  package var smallTextBytes = 256 << 20
  /// How many times the size of the file the CSV of a larger sheet may be.
  package var textRatio = 500

  package init() {}
}
