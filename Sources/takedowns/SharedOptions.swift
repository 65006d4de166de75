import ArgumentParser
import TakedownModel
import TakedownPipeline

/// The options that all commands which read the pipeline file share.
struct SharedOptions: ParsableArguments {
  @Option(name: .long, help: "The pipeline file. Paths in it are relative to its folder.")
  var config = "pipeline.json"

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Change one setting for this call, such as reporting.as_of=2025-03-31; repeatable.",
      valueName: "key=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "How many chunks to work on at the same time (default: one a processor). Changes no output.",
      valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "How long to wait for another run to end, before giving up with status 75.",
      valueName: "seconds"))
  var wait = 0

  @Flag(
    help: "Say nothing on standard error unless something fails; then also what went before it.")
  var quiet = false

  @Flag(help: "Say more: the time of each stage, the files taken over, the memory.")
  var verbose = false

  @Option(help: "How to write what is said on standard error; json is one object a line.")
  var logFormat: Log.Format = .text

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs \(jobs)' must be at least 1.") }
    if quiet, verbose { throw ValidationError("Say --quiet or --verbose, not both.") }
    Log.configure(logFormat, quiet ? .quiet : verbose ? .verbose : .normal)
    if wait < 0 { throw ValidationError("'--wait \(wait)' must not be negative.") }
    for setting in settings where !setting.contains("=") {
      throw ValidationError("'--set \(setting)' must have the form KEY=VALUE.")
    }
  }

  /// Reads the pipeline file with the changes of this call.
  func pipeline(asOf: String? = nil) throws -> Pipeline {
    var overrides = settings.map { setting in
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (key: String(parts[0]), value: String(parts[1]))
    }
    if let asOf { overrides.append((key: "reporting.as_of", value: asOf)) }
    return try Pipeline(path: config, overrides: overrides, jobs: jobs, wait: wait)
  }

  /// Tells a person who reads along what goes on.
  func log(_ line: String) {
    log(LogLine(.info, line))
  }

  func log(_ line: LogLine) {
    Log.write(line)
  }

  func log(_ outcome: Pipeline.Outcome) {
    let (run, words) =
      switch outcome {
      case .kept(let run, true): (run, "published run \(run)")
      case .kept(let run, false):
        (run, "kept run \(run), not published: later stages are to be run")
      case .upToDate(let run, false): (run, "up to date: run \(run)")
      case .upToDate(let run, true): (run, "up to date: published run \(run)")
      case .unchanged(let run): (run, "unchanged: run \(run) has the same bytes")
      case .restored(let run, true): (run, "restored in run \(run), which is published")
      case .restored(let run, false):
        (run, "added to run \(run), not published: later stages are to be run")
      }
    log(LogLine(.info, words, run: run))
  }
}

extension Log.Format: ExpressibleByArgument {}

/// The day up to which is counted, as the commands that count take it.
struct AsOfOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The last day of the current period (default: as the pipeline file says).",
      valueName: "date"))
  var asOf: String?

  func validate() throws {
    if let asOf, CalendarDate(asOf) == nil {
      throw ValidationError("'--as-of \(asOf)' must be a day such as 2025-03-31.")
    }
  }
}
