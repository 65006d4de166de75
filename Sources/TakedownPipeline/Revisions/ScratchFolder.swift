import Foundation
import Glibc

/// A folder of the owner's alone for files that are of no use afterwards.
///
/// Its name holds the number of the process, by which the next one knows what a killed one left.
struct ScratchFolder {
  let path: String

  private static let prefix = ".diff-"

  init(in folder: String) throws {
    for name in try Folders.names(in: folder) where name.hasPrefix(Self.prefix) {
      guard let process = Int32(name.dropFirst(Self.prefix.count)), Self.hasEnded(process) else {
        continue
      }
      try Folders.remove(folder + "/" + name)
    }
    path = "\(folder)/\(Self.prefix)\(ProcessInfo.processInfo.processIdentifier)"
    try Folders.remove(path)
    try Folders.make(path, mode: 0o700)
  }

  /// Removes it with all that is in it; what cannot be removed now, the next one removes.
  func remove() {
    try? Folders.remove(path)
  }

  private static func hasEnded(_ process: Int32) -> Bool {
    kill(process, 0) != 0 && errno == ESRCH
  }
}
