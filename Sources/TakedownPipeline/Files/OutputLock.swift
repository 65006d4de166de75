import Foundation

/// The lock of an outputs folder, which the system frees when the process ends, however it ends.
///
/// Its file says who holds it, from the moment when the holder begins to change the folder.
final class OutputLock {
  private let file: FileDescriptor
  private var namesHolder = false

  /// Takes the lock; waits for so many seconds where another process holds it.
  ///
  /// - Throws: `PipelineError.locked`; `FileError`.
  init(of outputs: String, wait seconds: Int) throws {
    let path = outputs + "/.lock"
    file = try .locking(path, mode: 0o600)
    var waited = 0
    while try !file.lock() {
      guard waited < seconds * 10 else {
        throw PipelineError.locked(outputs: outputs, holder: LockHolder(path))
      }
      Thread.sleep(forTimeInterval: 0.1)
      waited += 1
    }
  }

  deinit {
    if namesHolder { try? file.replaceContents([UInt8]().span) }
  }

  /// Writes into the file who holds the lock.
  func nameHolder() throws {
    namesHolder = true
    try file.replaceContents(Array(LockHolder.own.utf8).span)
  }
}
