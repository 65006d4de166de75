import ArgumentParser
import Tabular
import TakedownPipeline

/// The runs that are kept.
struct Runs: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the runs that are kept, show one, remove old ones.",
    subcommands: [RunsList.self, RunsShow.self, RunsPrune.self], defaultSubcommand: RunsList.self)
}

/// Lists them.
struct RunsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the runs that are kept, the oldest first.")

  @Option(help: "How to print it.")
  var format: ReportFormat = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let runs = try shared.pipeline().runs
    switch format {
    case .text:
      let lines = runs.map { (name: $0.name, words: $0.words) }
      if !lines.isEmpty { try Console.result(aligned(lines, as: lines)) }
    case .json:
      try Console.result(String(JSONValue.array(runs.map(\.json)).prettyText.dropLast()))
    }
  }
}

/// Shows the record of one.
struct RunsShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the record of a run: what ran, why, and what came out.")

  @Argument(help: ArgumentHelp("The run (default: the last one).", valueName: "run"))
  var name: String?

  @Option(help: "How to print it; json is the whole record.")
  var format: ReportFormat = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let pipeline = try shared.pipeline()
    switch format {
    case .text: for line in try pipeline.account(of: name) { try Console.result(line) }
    case .json: try Console.result(String(pipeline.record(of: name).prettyText.dropLast()))
    }
  }
}

/// Removes old ones.
struct RunsPrune: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune", abstract: "Remove all runs but the last ones.",
    discussion: """
      The published run stays in any case, and so does everything in outputs/vintages. Prints the \
      names of the runs that are removed.
      """)

  @Option(help: ArgumentHelp("How many of the last runs stay.", valueName: "n"))
  var keep: Int

  @Flag(help: "Say what would be removed, and remove nothing.")
  var dryRun = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if keep < 1 { throw ValidationError("'--keep \(keep)' must be at least 1.") }
  }

  func run() throws {
    for name in try shared.pipeline().prune(keeping: keep, isTrial: dryRun) {
      try Console.result(name)
    }
  }
}
