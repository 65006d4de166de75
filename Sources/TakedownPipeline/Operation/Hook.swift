import Foundation
import Glibc

/// A program of the operator that is run when a run has ended.
struct Hook {
  /// As messages name it.
  let name: String
  /// The program and its arguments.
  let command: [String]
  let seconds: Int

  private static let outputLimit = 1 << 16
  /// For how long it may tidy up when its time is over.
  private static let grace = Duration.seconds(2)

  /// Runs it to its end; what it prints goes to the log.
  ///
  /// - Returns: what went wrong; nil where it ended with status 0.
  func run(_ environment: [String]) -> String? {
    do throws(FileError) {
      let pipe = try FileDescriptor.pipe()
      let process = try ChildProcess(
        command, environment: environment, output: pipe.writing, error: pipe.writing)
      var printed: [UInt8] = []
      var status = ending(of: process, within: .seconds(seconds), pipe.reading, &printed)
      let isLate = status == nil
      if isLate {
        process.send(SIGTERM)
        status = ending(of: process, within: Self.grace, pipe.reading, &printed)
        if status == nil {
          process.send(SIGKILL)
          status = process.wait()
        }
      }
      for line in String(decoding: printed, as: UTF8.self).split(separator: "\n") {
        Log.write(LogLine(.info, "\(name): \(line)"))
      }
      if isLate { return "took longer than \(seconds) s and was ended; see operate.hook_seconds" }
      guard let status, status != 0 else { return nil }
      return "ended with status \(status)"
    } catch {
      return error.description
    }
  }

  /// The status of a program that ends in time, nil for any other; takes what it prints meanwhile.
  private func ending(
    of process: ChildProcess, within time: Duration, _ output: FileDescriptor,
    _ printed: inout [UInt8]
  ) -> Int32? {
    let end = ContinuousClock.now + time
    while true {
      let status = process.statusIfEnded
      take(output, &printed)
      if status != nil || ContinuousClock.now > end { return status }
      Thread.sleep(forTimeInterval: 0.01)
    }
  }

  private func take(_ output: FileDescriptor, _ printed: inout [UInt8]) {
    var part: [UInt8] = []
    // Nothing to read is an error of a pipe that does not wait.
    while let count = try? output.read(into: &part, upTo: Self.outputLimit), count > 0 {
      printed += part.prefix(max(0, Self.outputLimit - printed.count))
      part = []
    }
  }
}
