import ArgumentParser
import Tabular
import TakedownPipeline

/// Prints the spellings that no register knows.
struct Unmapped: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the spellings that no register knows, with suggestions.",
    discussion: """
      Reads what the last run left, as CSV: the register, the spelling, how many records have it, \
      in which sources, and what it may have meant. Add the spelling to the register in the \
      pipeline file.
      """)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let table = try shared.pipeline().unmapped()
    try Console.result(String(String(decoding: table.csv, as: UTF8.self).dropLast()))
  }
}
