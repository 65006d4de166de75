import TakedownPipeline

extension SharedOptions {
  /// Does work that changes the outputs, says what came of it, and tells those of it whom the pipeline
  /// file names.
  ///
  /// - Throws: what the work throws; `OperationError` where it was done and somebody could not be told.
  func operate(
    _ pipeline: Pipeline,
    _ work: (_ log: (LogLine) -> Void) async throws -> Pipeline.Outcome
  ) async throws {
    let operation = Operation(pipeline)
    let outcome: Pipeline.Outcome
    do {
      outcome = try await work(operation.log)
    } catch {
      operation.fail(status: Failure.status(of: error), problems: Failure.lines(of: error))
      throw error
    }
    log(outcome)
    try operation.succeed(outcome)
  }
}
