import ArgumentParser
import Tabular
import TakedownPipeline

/// Prints what is behind a figure.
struct ExplainFigure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figure",
    abstract: "Show the formula, the records and the files behind a figure.",
    discussion: """
      Counts the figure again from the records of the published run. Names no account: --records \
      lists the places of the records, which are in the stage folders of the run.
      """)

  @Argument(
    help: """
      The id of a headline, or measure:agency:platform:period such as \
      'accounts:uk-nca:all:2024/25'.
      """)
  var figure: String

  @Flag(help: "List the source, file and position of every record, as CSV.")
  var records = false

  @Option(help: "How to print it.")
  var format: ReportFormat = .text

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let explanation = try shared.pipeline().explainFigure(figure, showsRecords: records)
    switch format {
    case .text: try print(explanation)
    case .json: try Console.result(String(explanation.json.prettyText.dropLast()))
    }
  }

  private func print(_ explanation: FigureExplanation) throws {
    let all = explanation.lines + explanation.sides.flatMap(\.lines)
    try Console.result(aligned(explanation.lines, as: all))
    for side in explanation.sides {
      try Console.result("\n" + aligned(side.lines, as: all))
      for table in [side.files, records ? side.records : nil] {
        guard let table, !table.rows.isEmpty else { continue }
        try Console.result("\n" + String(decoding: table.csv.dropLast(), as: UTF8.self))
      }
    }
  }
}
