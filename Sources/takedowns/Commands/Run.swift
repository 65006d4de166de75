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
      outputs/latest as it was. Where a source is missing, or a guard trips, it ends with status 3: \
      the run that a guard holds back is kept, and published by --accept.
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

  @Option(
    help: ArgumentHelp(
      "Publish in spite of this guard, such as uk-nca.max_fall; repeatable. The record says so.",
      valueName: "guard"))
  var accept: [String] = []

  @Flag(help: "Say what would run, and why, and which log is missing; do nothing.")
  var dryRun = false

  func validate() throws {
    if to < from {
      throw ValidationError("'--to \(to.rawValue)' comes before '--from \(from.rawValue)'.")
    }
    if !accept.isEmpty, to < .emit {
      throw ValidationError(
        "'--accept' is for a run that publishes, which one up to \(to) does not.")
    }
  }

  func run() async throws {
    let pipeline = try shared.pipeline(asOf: asOf.asOf)
    guard !dryRun else {
      let plan = try pipeline.plan(from: from, to: to, forcing: Set(forced))
      for line in plan.lines { try Console.result(line.escapingControls) }
      if from == .ingest { try pipeline.expectFiles() }
      return
    }
    try await shared.operate(pipeline) { log in
      try await pipeline.run(
        from: from, to: to, forcing: Set(forced), accepting: Set(accept), log: log)
    }
  }
}

extension StageName: ExpressibleByArgument {}
