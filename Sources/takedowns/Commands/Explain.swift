import ArgumentParser

/// Says what a finding means, how an account is found, or what is behind a figure.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What a finding means, how an account is found, or what is behind a figure.",
    discussion: """
      'takedowns explain' lists all codes, 'takedowns explain CODE' tells what one means, does to the \
      figures, and asks for. 'takedowns explain account TEXT' shows each rule as it applies, and \
      'takedowns explain figure ID' the formula and the records.
      """,
    subcommands: [ExplainCode.self, ExplainAccount.self, ExplainFigure.self],
    defaultSubcommand: ExplainCode.self)
}
