import Dispatch
import Synchronization

/// Puts files on the disk in the background as they are finished, so that little is left to wait for
/// when the run is kept.
///
/// The system tells of a failed write once; what it told here is thrown when the run is kept.
enum EarlySync {
  private static let files = DispatchGroup()
  private static let failure = Mutex<FileError?>(nil)

  static func start(_ file: FileDescriptor) {
    DispatchQueue.global().async(group: files) {
      do throws(FileError) {
        try file.synchronize()
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
  }

  /// Waits until all files that were begun are on the disk.
  static func finish() throws(FileError) {
    files.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
