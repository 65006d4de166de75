import ArgumentParser
import TakedownPipeline

/// How an error ends the process.
enum Failure {
  /// Says what went wrong on standard error and ends with the exit status for it.
  ///
  /// Usage errors, help and exit codes are ArgumentParser's; anything else could not finish: 2.
  static func exit(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    let code = command.exitCode(for: error)
    guard code == .failure, !(error is ExitCode) else { command.exit(withError: error) }
    Console.error("Error: \(error)")
    let status = (error as? PipelineError)?.exitStatus ?? 2
    command.exit(withError: ExitCode(status))
  }
}
