import ArgumentParser
import SampleLogs
import TakedownPipeline

/// Writes made-up logs.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write made-up logs, for trying the product and for measuring it.",
    discussion: """
      Without --rows: the logs of six agencies in their own habits, into the folder --output \
      (default: inputs). With --rows: one log of that many rows on standard output, or into the \
      file --output. The same seed gives the same bytes. No handle or count is real.
      """)

  @Option(help: "Where the randomness starts.")
  var seed: UInt64 = 2025

  @Option(help: ArgumentHelp("How many rows of one big log.", valueName: "n"))
  var rows: Int?

  @Option(help: "The format of the big log.")
  var format: BulkFormat = .csv

  @Option(help: ArgumentHelp("The folder, or with --rows the file, to write.", valueName: "path"))
  var output: String?

  func validate() throws {
    if let rows, rows < 0 { throw ValidationError("'--rows \(rows)' must not be negative.") }
  }

  func run() throws {
    let logs = SampleLogs(seed: seed)
    guard let rows else {
      for file in logs.files() {
        try FileWriting.write(file.bytes, to: (output ?? "inputs") + "/" + file.path)
      }
      return
    }
    let writer = try FileWriting(path: output)
    try logs.rows(count: rows, format: format) { try writer.write($0) }
  }
}

extension BulkFormat: ExpressibleByArgument {}
