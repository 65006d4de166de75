import ArgumentParser
import Tabular
import TakedownPipeline

/// Prints the pipeline file with the defaults filled in.
struct Config: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the pipeline file with the defaults filled in.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Console.result(String(try shared.pipeline().file.withDefaults.prettyText.dropLast()))
  }
}

/// Prints the JSON Schema of the pipeline file.
struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of the pipeline file.")

  func run() throws {
    try Console.result(String(PipelineFile.jsonSchema.prettyText.dropLast()))
  }
}
