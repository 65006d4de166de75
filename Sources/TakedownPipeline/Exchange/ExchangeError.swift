/// Why nothing can be exchanged.
package enum ExchangeError: Error, Hashable, CustomStringConvertible {
  /// Neither an option nor the environment says where the key is.
  case noKey
  /// The file of the key is no regular file.
  case notAFile(String)
  /// The file of the key belongs to somebody else.
  case foreignFile(String)
  /// Others than its owner may read or change the file of the key; the mode in octal digits.
  case openFile(String, mode: String)
  /// What is given as the key is none; the place, and why.
  case noSuchKey(place: String, reason: String)
  /// A partner's file has another header.
  case otherColumns(file: String, found: [String])
  /// A row of a partner's file was made under another key.
  case otherKeyID(file: String, line: Int, found: String, expected: String)
  /// A row of a partner's file was made with another key of the same id.
  case otherKey(file: String, line: Int, id: String)
  /// Not one row of a partner's file can be used.
  case uselessFile(file: String, rows: Int, reason: String)
  /// A partner's file that is no CSV.
  case malformed(file: String, reason: String)

  package var description: String {
    switch self {
    case .noKey:
      """
      there is no key; give the file that holds it with --key-file, or set \
      \(ExchangeKeySource.variable)
      """
    case .notAFile(let path):
      "the key file '\(path)' is no regular file; expected one that holds the key alone"
    case .foreignFile(let path):
      """
      the key file '\(path)' belongs to another user; expected one of your own; copy it to a file \
      of mode 0600
      """
    case .openFile(let path, let mode):
      """
      the key file '\(path)' has mode \(mode); expected one that its owner alone may read; run \
      'chmod 600 \(path)', and think of who may have read the key
      """
    case .noSuchKey(let place, let reason):
      "\(place): \(reason)"
    case .otherColumns(let file, let found):
      """
      \(file): line 1: the header is \(Self.shown(found)); expected \
      '\(ExchangeColumn.names.joined(separator: ","))', as 'takedowns exchange export' writes it
      """
    case .otherKeyID(let file, let line, let found, let expected):
      """
      \(file): line \(line): the key id is '\(found.printable)'; expected '\(expected)'; give the id \
      and the key that the file was made under, or ask for one made under '\(expected)'
      """
    case .otherKey(let file, let line, let id):
      """
      \(file): line \(line): the file was made with another key of the id '\(id)', so that no account \
      could be found in both; have both sides use the same key
      """
    case .uselessFile(let file, let rows, let reason):
      "\(file): none of its \(rows) rows can be used, the first because: \(reason)"
    case .malformed(let file, let reason):
      "\(file): \(reason)"
    }
  }

  private static func shown(_ names: [String]) -> String {
    names.isEmpty ? "missing" : "'\(names.joined(separator: ",").printable)'"
  }
}

extension String {
  /// The text cut at 40 characters, without what a terminal would obey.
  var printable: String {
    String(
      String.UnicodeScalarView(
        prefix(40).unicodeScalars.map {
          $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
            ? "\u{fffd}" : $0
        }))
  }
}
