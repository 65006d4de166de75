import Foundation
import Glibc

/// Who holds the lock of an outputs folder, as the holder has written it into the lock's file.
package struct LockHolder: Hashable, Sendable {
  /// Such as `process 4711 on host1 since 2025-04-01T03:00:00Z`.
  package let text: String

  /// What this process writes when it begins to change the folder.
  static var own: String {
    let process = ProcessInfo.processInfo
    return "process \(process.processIdentifier) on \(process.hostName) since "
      + Date().ISO8601Format() + "\n"
  }

  /// Reads the file; nil where it says nothing, or names a process of this host that has ended: then
  /// whoever holds the lock has not begun to change anything.
  init?(_ path: String) {
    guard let bytes = try? Folders.read(path) else { return nil }
    let line = String(decoding: bytes.prefix(300).prefix { $0 != 0x0a }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count == 6, let process = Int32(words[1]) else { return nil }
    let isHere = words[3] == ProcessInfo.processInfo.hostName
    if isHere, kill(process, 0) != 0, errno == ESRCH { return nil }
    text = line
  }

  private init(process: Int) {
    text = "process \(process)"
  }

  /// Who holds the lock on a file; nil where nobody does, or the system does not tell.
  ///
  /// The list of locks is read instead of trying the lock, which would keep a run from it meanwhile.
  static func holding(_ path: String) -> LockHolder? {
    guard let status = try? FileDescriptor.reading(path).status(),
      let locks = try? Folders.read("/proc/locks")
    else { return nil }
    for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
      // Such as `1: FLOCK  ADVISORY  WRITE 4711 08:01:131 0 EOF`; those who wait have an arrow.
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK", words[3] == "WRITE",
        words[5].split(separator: ":").last == Substring(String(status.st_ino))
      else { continue }
      let named = LockHolder(path)
      let isNamed = named?.text.hasPrefix("process \(words[4]) ") ?? false
      return isNamed ? named : Int(words[4]).map { LockHolder(process: $0) }
    }
    return nil
  }
}
