extension Pipeline {
  /// What `run` with the same arguments would do; touches nothing and takes no lock.
  ///
  /// - Throws: `FileError` where a file cannot be read.
  package func plan(
    from first: StageName = .ingest, to last: StageName = .emit,
    forcing forced: Set<StageName> = []
  ) throws -> RunPlan {
    Program.prepareIdentity()
    let run = try KeptRuns(outputs: resolve(file.outputs)).last
    let staleness = try Staleness(pipeline: self, last: run, forced: forced)
    var steps: [RunPlan.Step] = []
    var running: StageName?
    for stage in StageName.allCases where stage <= last {
      let decision: RunPlan.Decision
      if stage < first {
        decision = .carried
      } else {
        let reasons = try staleness.reasons(for: stage)
        if !reasons.isEmpty {
          decision = .runs(reasons)
        } else if let running {
          decision = .waits(running)
        } else {
          decision = .upToDate
        }
      }
      steps.append(RunPlan.Step(stage: stage, decision: decision))
      if case .runs = decision, running == nil { running = stage }
    }
    return RunPlan(steps: steps)
  }
}
