import ArgumentParser
import TakedownPipeline

/// How an error ends the process.
enum Failure {
  /// Says what went wrong on standard error and ends with the exit status for it.
  ///
  /// Usage errors, help and exit codes are ArgumentParser's; anything else could not finish: 2. A
  /// reader of standard output that has read enough is no error.
  static func exit(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    Interruption.finish()
    Log.finish()
    let code = command.exitCode(for: error)
    if code == .success { answer(error, of: command) }
    guard code == .failure, !(error is ExitCode) else { command.exit(withError: error) }
    if let error = error as? FileError, error.isBrokenPipe { command.exit(withError: nil) }
    fail(error, of: command)
  }

  private static func fail(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    let status = status(of: error)
    Log.fail(
      lines(of: error).enumerated().map { number, text in
        var line = LogLine(.error, text, status: status)
        if number == 0 { line.prefix = "Error: " }
        return line
      })
    command.exit(withError: ExitCode(status))
  }

  /// The exit status for an error that is not ArgumentParser's.
  static func status(of error: any Error) -> Int32 {
    (error as? PipelineError)?.exitStatus ?? (error as? OperationError)?.exitStatus ?? 2
  }

  /// What an error that is not ArgumentParser's says, line by line.
  static func lines(of error: any Error) -> [String] {
    switch error {
    case let error as PipelineError: error.lines
    case let error as ConfigurationError: error.lines
    case let error as OperationError: error.problems
    default: ["\(error)"]
    }
  }

  /// Prints the help, the version or whatever else was asked for in place of a command.
  private static func answer(_ error: any Error, of command: any ParsableCommand.Type) -> Never {
    let text = command.fullMessage(for: error)
    do {
      if !text.isEmpty { try Console.result(text) }
    } catch {
      fail(error, of: command)
    }
    command.exit(withError: nil)
  }
}
