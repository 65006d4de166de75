import ArgumentParser
import Claims
import Tabular
import TakedownModel
import TakedownPipeline

/// Checks what was said in public.
struct ClaimsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claims",
    abstract: "Check what was said in public: with the records, and with itself.",
    discussion: """
      Three checks, each with its arithmetic: whether a change that was said is one that the words \
      of both figures allow; whether each figure is one that the records of the published run \
      allow; and whether the figures can all hold together. Says what cannot hold together, not \
      who is wrong.

      Ends with status 0 when nothing contradicts, 1 when something cannot agree or cannot hold \
      together, 2 when something could not be read.
      """,
    subcommands: [CheckedRegister.self, CheckedClaim.self], defaultSubcommand: CheckedRegister.self
  )

  /// How a report is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// Checks a whole register.
  struct CheckedRegister: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "register",
      abstract: "Check a register of published figures (what 'claims' does by default).")

    @Argument(
      help: "A register of published figures (default: those that the pipeline file names).")
    var file: String?

    @OptionGroup(visibility: .hidden) var claim: ClaimOptions

    @Option(help: "How to print the report.")
    var format: Format = .text

    @OptionGroup var shared: SharedOptions

    func run() throws {
      guard !claim.isGiven else { return try ClaimsCommand.check(claim, shared, format) }
      let hasPipeline = file == nil || ClaimDesk.hasPipeline(shared.config)
      let desk = ClaimDesk(hasPipeline ? try shared.pipeline() : nil)
      let report = try desk.report(file: file)
      try format.print(report.text, report.json)
      if report.hasUnread { throw ExitCode(2) }
      if report.hasFindings { throw ExitCode(1) }
    }
  }

  /// Checks one claim.
  struct CheckedClaim: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Check one claim, in parts or as a sentence.",
      discussion: """
        In parts: --agency uk-nca --since 2024-07-01 --until 2025-03-31 --says '18,000' \
        --more-than-before 10,000. As a sentence: --text '18,000 accounts since last July, 10,000 \
        more than the previous year'; what was found in it and what was not is printed, and parts \
        that are given win. A number without a word before it is a rounded one.
        """)

    @OptionGroup var claim: ClaimOptions

    @Option(help: "How to print the report.")
    var format: Format = .text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
      guard claim.isGiven else { throw ValidationError("Say --says or --text.") }
    }

    func run() throws {
      try ClaimsCommand.check(claim, shared, format)
    }
  }
}

extension ClaimsCommand {
  /// Checks one claim and prints what came of it.
  fileprivate static func check(
    _ claim: ClaimOptions, _ shared: SharedOptions, _ format: Format
  ) throws {
    let report = try ClaimDesk(shared.pipeline()).report(claim.request)
    try format.print(report.text, report.json)
    if report.hasFindings { throw ExitCode(1) }
  }
}

extension ClaimsCommand.Format {
  /// Prints one of the two.
  fileprivate func print(_ text: String, _ json: JSONValue) throws {
    switch self {
    case .text: try Console.result(text)
    case .json: try Console.result(String(json.prettyText.dropLast()))
    }
  }
}
