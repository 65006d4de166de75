import Tabular

/// One line of the log, with what a program that reads it may want to know.
package struct LogLine: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// How much it matters: `debug` is for who asked for more.
  package enum Level: String, Sendable, CaseIterable {
    case debug, info, warning, error
  }

  package let level: Level
  /// Without a line end; control characters in it are escaped when it is written.
  package let message: String
  /// What stands before the message where the line is written as text.
  package var prefix = ""
  package var stage: StageName?
  package var run: String?
  /// Names of reasons, as `run.json` has them.
  package var reasons: [String] = []
  package var seconds: Double?
  /// The exit status.
  package var status: Int32?

  package init(
    _ level: Level, _ message: String, stage: StageName? = nil, run: String? = nil,
    reasons: [String] = [], seconds: Double? = nil, status: Int32? = nil
  ) {
    self.level = level
    self.message = message
    self.stage = stage
    self.run = run
    self.reasons = reasons
    self.seconds = seconds
    self.status = status
  }

  package init(stringLiteral message: String) {
    self.init(.info, message)
  }
}

extension LogLine {
  /// The line for people.
  package var text: String { prefix + message.escapingControls }

  /// The line for programs: one JSON object.
  package func json(at time: String) -> String {
    JSONValue.object([
      "time": .string(time), "level": .string(level.rawValue), "message": .string(message),
      "stage": stage.map { .string($0.rawValue) }, "run": run.map { .string($0) },
      "reasons": reasons.isEmpty ? nil : .array(reasons.map { .string($0) }),
      "seconds": seconds.map { .number(Self.thousandths($0)) },
      "status": status.map { .integer(Int($0)) },
    ]).lineText.escapingControlsInJSON
  }

  /// Seconds with three decimals, in no locale.
  package static func thousandths(_ seconds: Double) -> String {
    let thousandths = String(Int((seconds * 1000).rounded()))
    let digits = String(repeating: "0", count: max(0, 4 - thousandths.count)) + thousandths
    return "\(digits.dropLast(3)).\(digits.suffix(3))"
  }
}
