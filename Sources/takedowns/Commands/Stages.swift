import ArgumentParser
import TakedownPipeline

/// A command that runs one stage on what the last run left.
protocol StageCommand: AsyncParsableCommand {
  static var stage: StageName { get }
  var shared: SharedOptions { get }
  var asOf: AsOfOption { get }
}

extension StageCommand {
  static func describe(_ abstract: String) -> CommandConfiguration {
    CommandConfiguration(
      abstract: abstract,
      discussion: """
        Works on what the last run left. The same bytes as before change nothing; other bytes make \
        a new run, in which the later stages are still to be run.
        """)
  }

  func run() async throws {
    let pipeline = try shared.pipeline(asOf: asOf.asOf)
    try await shared.operate(pipeline) { log in
      try await pipeline.run(only: Self.stage, log: log)
    }
  }
}

/// Reads the sources.
struct Ingest: StageCommand {
  static let stage = StageName.ingest
  static let configuration = describe("Read the sources' files into 1-ingest.")
  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption
}

/// Makes the records canonical.
struct Normalize: StageCommand {
  static let stage = StageName.normalize
  static let configuration = describe(
    "Give each record its canonical platform, account and date.")
  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption
}

/// Counts and compares.
struct Compare: StageCommand {
  static let stage = StageName.compare
  static let configuration = describe("Count accounts and compare year with year.")
  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption
}

/// Writes the release.
struct Emit: StageCommand {
  static let stage = StageName.emit
  static let configuration = describe("Write the release and publish it.")
  @OptionGroup var shared: SharedOptions
  @OptionGroup var asOf: AsOfOption
}
