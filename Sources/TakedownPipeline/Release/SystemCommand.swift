import Foundation

/// Commands of the system that make some of the files.
enum SystemCommand {
  /// The path of a command, by the folders of the PATH; nil where none has it.
  static func path(of command: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(command)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
