import Foundation
import Glibc
import Testing

// What tests do to files behind the command's back.
extension Workspace {
  /// Changes one bit in the middle of a file, in place.
  func flip(_ path: String) throws {
    let file = try FileHandle(forUpdating: folder.appending(path: path))
    let middle = try file.seekToEnd() / 2
    try file.seek(toOffset: middle)
    let byte = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: middle)
    try file.write(contentsOf: Data([byte ^ 1]))
    try file.close()
  }

  /// Writes the file of checksums of a file beside it.
  func checksum(_ path: String) throws {
    try shell("sha256sum \(path) > \(path).sha256")
  }

  /// Packs the files of a folder into an archive and takes the folder away.
  func pack(_ source: String, into archive: String) throws {
    try shell("tar -cf \(archive) -C \(source) . && rm -r \(source)")
  }

  private func shell(_ line: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(line)")
  }

  /// Of everything below a folder, and the folder itself: what tells that it was touched.
  func stamps(below path: String) throws -> [String: [Int]] {
    let root = folder.appending(path: path).path
    var stamps: [String: [Int]] = [:]
    for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: root)) {
      var status = stat()
      try #require(unsafe lstat(root + "/" + name, &status) == 0)
      stamps[name] = [
        Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    }
    return stamps
  }
}
