import Glibc
package import Pseudonyms

/// Where the key of an exchange comes from: a file of the user's own, or the environment.
package enum ExchangeKeySource {
  /// The variable that holds the key where no file is named.
  package static let variable = "TAKEDOWNS_EXCHANGE_KEY"

  /// Reads the key from the file at `path`; without one, from `environment`.
  ///
  /// - Throws: `ExchangeError` that never quotes the key; `FileError` where the file cannot be read.
  package static func key(
    file path: String?, environment: [String: String]
  ) throws -> ExchangeKey {
    if let path {
      return try key(read(path), at: path)
    }
    guard let text = environment[variable], !text.isEmpty else { throw ExchangeError.noKey }
    return try key(Array(text.utf8), at: variable)
  }

  private static func key(_ text: [UInt8], at place: String) throws(ExchangeError) -> ExchangeKey {
    do {
      return try ExchangeKey(text)
    } catch {
      throw .noSuchKey(place: place, reason: error.description)
    }
  }

  /// The first bytes of a file that its owner, the user, alone may read.
  private static func read(_ path: String) throws -> [UInt8] {
    // A pipe or a device would keep the reader waiting.
    let file = try FileDescriptor.readingAtOnce(path)
    let status = try file.status()
    guard status.st_mode & S_IFMT == S_IFREG else { throw ExchangeError.notAFile(path) }
    guard status.st_uid == geteuid() else { throw ExchangeError.foreignFile(path) }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o7777, radix: 8)
      throw ExchangeError.openFile(
        path, mode: String(repeating: "0", count: max(0, 4 - mode.count)) + mode)
    }
    var bytes: [UInt8] = []
    while bytes.count < longest, try file.read(into: &bytes, upTo: longest - bytes.count) > 0 {}
    return bytes
  }

  /// More bytes than any key has.
  private static let longest = 4096
}
