import ArgumentParser
import Dispatch
import Glibc
import TakedownPipeline

/// Statistics on social-media accounts taken down for advertising people smuggling.
@main
struct Takedowns: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Program.name,
    abstract: "Statistics on social-media accounts taken down for advertising people smuggling.",
    discussion: """
      Reads the logs of law-enforcement agencies that pipeline.json names, counts each account \
      once, compares year with year and writes a release that can be quoted.

      Exit status: 0 done, 1 done with findings, 2 could not finish and nothing was published, \
      3 held back by a guard or a missing source, 4 done but somebody named under operate could not \
      be told, 64 usage, 75 another run holds the lock, 129 ended by SIGHUP, 130 by SIGINT, 143 \
      by SIGTERM.
      """,
    version: Program.version,
    groupedSubcommands: [
      CommandGroup(
        name: "Running:",
        subcommands: [
          Run.self, Ingest.self, Normalize.self, Compare.self, Emit.self,
        ]),
      CommandGroup(
        name: "Reading:",
        subcommands: [
          Status.self, Headline.self, ClaimsCommand.self, Diff.self, Check.self, Unmapped.self,
          Explain.self,
        ]),
      CommandGroup(name: "Keeping:", subcommands: [Verify.self, Runs.self]),
      CommandGroup(name: "Sharing:", subcommands: [Exchange.self]),
      CommandGroup(name: "Setting up:", subcommands: [Config.self, Schema.self, Sample.self]),
    ])

  static func main() {
    Console.prepare()
    // The system may fail to tell them; without any, a run would be taken for a question for help.
    guard !CommandLine.arguments.isEmpty else {
      Log.fail([
        LogLine(
          .error, "Error: the arguments of the command cannot be read; run it again", status: 2)
      ])
      Glibc.exit(2)
    }
    Interruption.prepare()
    // The main thread of an asynchronous `main` lets all signals in.
    let isDone = DispatchSemaphore(value: 0)
    Task.detached {
      await carryOut()
      isDone.signal()
    }
    isDone.wait()
  }

  private static func carryOut() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
      Interruption.finish()
      Log.finish()
    } catch {
      Failure.exit(error, of: Self.self)
    }
  }
}
