import Digests
import Tabular

/// A run as an event of OpenLineage 2-0-2: what it read, what it made of it, and how many rows.
///
/// It is made from the record of the run alone. Files are named relative to the pipeline file, what
/// was made by its place below `latest`, so that the names are the same in every run.
struct LineageEvent {
  static let name = "openlineage.json"

  /// The members of `run.json` before its seal.
  let record: JSONValue
  /// The name of the pipeline file.
  let job: String
  /// The outputs folder as the pipeline file has it.
  let outputs: String

  private static let specification = "https://openlineage.io/spec/"
  private static let producer = "urn:takedowns:\(Program.version)"

  var json: JSONValue {
    let ran = StageName.allCases.filter { record["stages"]?[$0.rawValue] != nil }
    let inputs = ran.flatMap { stage in files("inputs", stage).map(input) }
    let made = ran.last.map { stage in
      files("outputs", stage).map { output($0, in: stage) }
    }
    return .object([
      "eventType": "COMPLETE",
      "eventTime": record["ended"],
      "run": .object(["runId": .string(runID), "facets": runFacets(ran)]),
      "job": .object([
        "namespace": .string(Program.name),
        "name": .string(job),
        "facets": .object([
          "jobType": facet(
            "facets/2-0-3/JobTypeJobFacet.json#/$defs/JobTypeJobFacet",
            [
              .init("processingType", "BATCH"), .init("integration", "TAKEDOWNS"),
              .init("jobType", "PIPELINE"),
            ])
        ]),
      ]),
      "inputs": .array(inputs),
      "outputs": .array(made ?? []),
      "producer": .string(Self.producer),
      "schemaURL": .string(Self.specification + "2-0-2/OpenLineage.json#/$defs/RunEvent"),
    ])
  }

  /// The same record has the same id: digits of its SHA-256, marked as a UUID of version 8.
  private var runID: String {
    var digits = Array(Digest.sha256(Array(record.lineText.utf8)).prefix(32))
    digits[12] = "8"
    digits[16] = "a"
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }
      .joined(separator: "-")
  }

  /// The counts of the stages as `run.json` has them, and the version of the program.
  private func runFacets(_ stages: [StageName]) -> JSONValue {
    let counts = stages.map { stage in
      JSONValue.Member(
        stage.rawValue, record["stages"]?[stage.rawValue]?["counts"] ?? .object([:]))
    }
    return .object([
      "processing_engine": facet(
        "facets/1-1-1/ProcessingEngineRunFacet.json#/$defs/ProcessingEngineRunFacet",
        [.init("version", .string(Program.version)), .init("name", .string(Program.name))]),
      "takedowns_counts": .object(
        [
          .init("_producer", .string(Self.producer)),
          .init("_schemaURL", "urn:takedowns:lineage:counts:1"),
        ] + counts),
    ])
  }

  private func files(_ list: String, _ stage: StageName) -> [WrittenFile] {
    (record["stages"]?[stage.rawValue]?[list]?.elements ?? []).compactMap(WrittenFile.init)
  }

  private func input(_ file: WrittenFile) -> JSONValue {
    dataset(
      file, name: file.path,
      .init(
        "inputFacets",
        .object([
          "dataQualityMetrics": facet(
            "facets/1-0-3/DataQualityMetricsInputDatasetFacet.json"
              + "#/$defs/DataQualityMetricsInputDatasetFacet",
            [.init("bytes", .integer(file.byteCount)), .init("columnMetrics", .object([:]))])
        ])))
  }

  private func output(_ file: WrittenFile, in stage: StageName) -> JSONValue {
    dataset(
      file, name: "\(outputs)/latest/\(stage.folder)/\(file.path)",
      .init(
        "outputFacets",
        .object([
          "outputStatistics": facet(
            "facets/1-0-2/OutputStatisticsOutputDatasetFacet.json"
              + "#/$defs/OutputStatisticsOutputDatasetFacet",
            [.init("size", .integer(file.byteCount))])
        ])))
  }

  private func dataset(
    _ file: WrittenFile, name: String, _ facets: JSONValue.Member
  ) -> JSONValue {
    .object([
      .init("namespace", "file"),
      .init("name", .string(name)),
      .init(
        "facets",
        .object([
          "version": facet(
            "facets/1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet",
            [.init("datasetVersion", .string("sha256:" + file.sha256))])
        ])),
      facets,
    ])
  }

  private func facet(_ schema: String, _ members: [JSONValue.Member]) -> JSONValue {
    .object(
      [
        .init("_producer", .string(Self.producer)),
        .init("_schemaURL", .string(Self.specification + schema)),
      ] + members)
  }
}
