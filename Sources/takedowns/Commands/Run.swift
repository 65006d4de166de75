import ArgumentParser
import TakedownPipeline

/// Runs the pipeline and publishes the release.
struct Run: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the stages and publish the release.",
    discussion: """
      Reads every source anew; the time grows with the rows, the memory with the distinct accounts. \
      A run that fails publishes nothing and leaves outputs/latest as it was.
      """)

  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption

  @Option(help: "The first stage to run; what the last run left of the earlier ones is kept.")
  var from: StageName = .ingest

  @Option(help: "The last stage to run; only a run up to emit is published.")
  var to: StageName = .emit

  func validate() throws {
    if to < from {
      throw ValidationError("'--to \(to.rawValue)' comes before '--from \(from.rawValue)'.")
    }
  }

  func run() async throws {
    let pipeline = try shared.pipeline(asOf: asOf.asOf)
    let outcome = try await pipeline.run(from: from, to: to, log: shared.log)
    shared.log(outcome)
  }
}

extension StageName: ExpressibleByArgument {}
