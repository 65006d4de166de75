import Tabular

/// What a stage did, for the record of the run and for the person who reads along.
struct StageReport: Sendable {
  let stage: StageName
  /// The files it wrote, in byte order of their paths.
  let outputs: [WrittenFile]
  /// The files it read from outside; only the first and the last stage read any.
  var inputs: [WrittenFile] = []
  /// Counts by name, as they stand in `run.json`.
  var counts: [JSONValue.Member] = []
  /// One line on what came out; what there is to say beyond it follows in lines of its own.
  var summary = ""
  /// Lines for who asks for more.
  var details: [String] = []

  var json: JSONValue {
    .object([
      "inputs": inputs.isEmpty ? nil : .array(inputs.map(\.json)),
      "counts": .object(counts),
      "outputs": .array(outputs.map(\.json)),
    ])
  }
}
