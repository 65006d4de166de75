import Tabular

extension Pipeline {
  /// The pipeline of a run, for counting records that were read already.
  ///
  /// Sources that only the other run had are added, with the agencies that its register names.
  ///
  /// - Throws: `ConfigurationError` where this program cannot read the run's settings.
  init(of run: KeptRun, withSourcesOf other: KeptRun, like pipeline: Pipeline) throws {
    let ids = Set(run.sources.map { $0.id })
    let sources = (run.sources + other.sources.filter { !ids.contains($0.id) })
      .filter { $0.settings["kind"]?.string != SourceKind.counts.rawValue }
    func agencies(_ run: KeptRun) -> [JSONValue] {
      run.parameters["registers"]?["agencies"]?.elements ?? []
    }
    let known = Set(agencies(run).compactMap { $0["id"]?.string })
    let added = agencies(other).filter { agency in
      agency["id"]?.string.map { !known.contains($0) } ?? false
    }
    let registers = (run.parameters["registers"] ?? .object([JSONValue.Member]()))
      .setting("agencies", to: .array(agencies(run) + added))
    let parameters = run.parameters
      // What a preset gave stands in the source by now.
      .setting("sources", to: .array(sources.map { $0.settings.removing("preset") }))
      .setting("registers", to: registers)
      .setting("published", to: [])
      .setting("headlines", to: [])

    file = try PipelineFile.read(parameters, name: "run.json")
    path = pipeline.path
    name = pipeline.name
    folder = pipeline.folder
    jobs = pipeline.jobs
    wait = pipeline.wait
    digest = pipeline.digest
  }
}
