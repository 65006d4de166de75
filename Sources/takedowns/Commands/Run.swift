import ArgumentParser
import TakedownPipeline

/// Runs the pipeline and publishes the release.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the stages and publish the release.",
    discussion: """
      Runs the stages that are not up to date, by the contents of the inputs, the settings and the \
      program, never by times; of a source only the files that are new or have changed are read. \
      Where nothing has changed, no file is touched. A run that fails publishes nothing and leaves \
      outputs/latest as it was.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption

  @Option(help: "The first stage to run; what the last run left of the earlier ones is kept.")
  var from: StageName = .ingest

  @Option(help: "The last stage to run; only a run up to emit is published.")
  var to: StageName = .emit

  @Option(
    name: .customLong("force"),
    help: ArgumentHelp(
      "Run this stage even if it is up to date; repeatable. Later ones run if it leaves something else.",
      valueName: "stage"))
  var forced: [StageName] = []

  @Flag(help: "Say what would run, and why, and do nothing.")
  var dryRun = false

  func validate() throws {
    if to < from {
      throw ValidationError("'--to \(to.rawValue)' comes before '--from \(from.rawValue)'.")
    }
  }

  func run() async throws {
    let pipeline = try shared.pipeline(asOf: asOf.asOf)
    guard !dryRun else {
      let plan = try pipeline.plan(from: from, to: to, forcing: Set(forced))
      for line in plan.lines { try Console.result(line) }
      return
    }
    let outcome = try await pipeline.run(
      from: from, to: to, forcing: Set(forced), log: shared.log)
    shared.log(outcome)
  }
}

extension StageName: ExpressibleByArgument {}
