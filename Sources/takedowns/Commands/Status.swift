import ArgumentParser
import Tabular
import TakedownPipeline

/// Says how things stand.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Say what would run and why, how fresh each source is, and what the last run came to.",
    discussion: """
      Touches no file and takes no lock, so that it can be asked while a run is going on. Ends with \
      status 0 whatever it says, and with 2 where it may not read what it needs.
      """)

  /// How it is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Option(help: "How to print it.")
  var format: Format = .text

  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption

  func run() throws {
    let status = try shared.pipeline(asOf: asOf.asOf).status()
    switch format {
    case .text: for line in status.lines { try Console.result(line) }
    case .json: try Console.result(String(status.json.prettyText.dropLast()))
    }
  }
}
