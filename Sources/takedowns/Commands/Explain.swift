import ArgumentParser

/// Says what a finding means, or how an account is found.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What the code of a finding means, or how the account in a text is found.",
    discussion: """
      'takedowns explain' lists all codes, 'takedowns explain CODE' tells what one means, does to the \
      figures, and asks for. 'takedowns explain account TEXT' shows each rule as it applies.
      """,
    subcommands: [ExplainCode.self, ExplainAccount.self], defaultSubcommand: ExplainCode.self)
}
