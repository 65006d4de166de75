import Foundation
import Synchronization

/// A call that changes the outputs: it is followed, and when it has ended, those are told that the
/// pipeline file names under `operate`.
package final class Operation: Sendable {
  private let pipeline: Pipeline
  private let started = Date()
  /// How long each stage took that has run, in seconds.
  private let durations = Mutex<[StageName: Double]>([:])

  package init(_ pipeline: Pipeline) {
    self.pipeline = pipeline
    Interruption.atEnd { [self] status, words in
      try? writeMetrics(status)
      note(FailedCall(status: status, problems: [words]))
    }
  }

  /// Takes note of a line of the log, and writes it.
  package func log(_ line: LogLine) {
    if let stage = line.stage, let seconds = line.seconds {
      durations.withLock { $0[stage] = seconds }
    }
    Log.write(line)
  }

  /// To be called when the call did what it was asked to.
  ///
  /// - Throws: `OperationError` where somebody could not be told; what was published stays so.
  package func succeed(_ outcome: Pipeline.Outcome) throws {
    Interruption.atEnd(nil)
    // The next call that succeeds tries again.
    try? FailedCall.clear(in: outputs)
    let problems = tell(
      status: 0, hook: ("on_success", pipeline.file.operate.onSuccess), outcome: outcome.name,
      run: outcome.run)
    guard problems.isEmpty else {
      throw OperationError(problems: problems.map { "\($0); what the run did holds" })
    }
  }

  /// To be called when the call failed; whoever cannot be told of it is named in the log.
  ///
  /// A call that another run kept waiting too long says nothing of that run in the metrics, nor to
  /// `status`.
  package func fail(status: Int32, problems: [String]) {
    Interruption.atEnd(nil)
    if status != PipelineError.lockedStatus {
      note(FailedCall(status: status, problems: problems))
    }
    let unheard = tell(
      status: status, hook: ("on_failure", pipeline.file.operate.onFailure), outcome: "failed",
      run: nil)
    for problem in unheard { Log.write(LogLine(.warning, problem)) }
  }

  private var outputs: String { pipeline.resolve(pipeline.file.outputs) }

  /// A failure that cannot be noted is still in the log: on a full disk there is no more to be done.
  private func note(_ failure: FailedCall) {
    try? failure.note(in: outputs)
  }

  /// Returns what went wrong on the way.
  private func tell(
    status: Int32, hook: (name: String, command: [String]), outcome: String, run: String?
  ) -> [String] {
    var problems: [String] = []
    do {
      if status != PipelineError.lockedStatus { try writeMetrics(status) }
    } catch {
      problems.append("operate.metrics: \(error)")
    }
    guard !hook.command.isEmpty else { return problems }
    let name = "operate.\(hook.name)"
    let environment = HookEnvironment(
      pipeline: pipeline, status: status, outcome: outcome, run: run)
    let runner = Hook(
      name: name, command: located(hook.command), seconds: pipeline.file.operate.hookSeconds)
    if let problem = runner.run(environment.variables) { problems.append("\(name): \(problem)") }
    return problems
  }

  /// A program that is named by a path is found from the pipeline file.
  private func located(_ command: [String]) -> [String] {
    guard let first = command.first, first.contains("/") else { return command }
    return [pipeline.resolve(first)] + command.dropFirst()
  }

  private func writeMetrics(_ status: Int32) throws {
    guard let path = pipeline.file.operate.metrics else { return }
    let now = Date()
    let metrics = Metrics(
      status: status, ended: now.timeIntervalSince1970, seconds: now.timeIntervalSince(started),
      stages: durations.withLock { $0 }, outputs: outputs)
    try metrics.write(to: pipeline.resolve(path))
  }
}

extension Pipeline.Outcome {
  /// The name by which scripts know it.
  var name: String {
    switch self {
    case .kept(_, true), .upToDate(_, true), .restored(_, true): "published"
    case .kept(_, false), .restored(_, false): "kept"
    case .unchanged: "unchanged"
    case .upToDate(_, false): "up-to-date"
    }
  }

  /// The run that it is about.
  var run: String {
    switch self {
    case .kept(let run, _), .upToDate(let run, _), .restored(let run, _), .unchanged(let run): run
    }
  }
}
