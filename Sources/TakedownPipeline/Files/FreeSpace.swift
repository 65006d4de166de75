import Glibc

/// How much room is left on a file system for who is not root.
struct FreeSpace: Hashable, Sendable {
  let bytes: Int
  let allBytes: Int
  /// How many more files it takes; nil where it does not count them.
  let files: Int?

  /// Of the file system that has the file, or the folder that it was to be made in; nil where there is
  /// neither.
  init?(of path: String) {
    var status = statvfs()
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) }
    let place = Folders.exists(path) ? path : folder
    guard let place, unsafe statvfs(place, &status) == 0 else { return nil }
    bytes = Int(status.f_bavail) * Int(status.f_frsize)
    allBytes = Int(status.f_blocks) * Int(status.f_frsize)
    files = status.f_files == 0 ? nil : Int(status.f_favail)
  }

  /// Such as `4096 of 1048576 bytes are`.
  var text: String { "\(bytes) of \(allBytes) bytes are" }
}
