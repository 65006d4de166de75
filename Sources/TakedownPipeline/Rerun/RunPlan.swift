package import Tabular

/// What a run would do, and why.
package struct RunPlan: Hashable, Sendable {
  /// What would become of a stage.
  package enum Decision: Hashable, Sendable {
    /// It is not asked for: what the last run left is taken over.
    case carried
    case upToDate
    /// It would run, for at least one reason.
    case runs([RunReason])
    /// It would run if an earlier stage, which runs, leaves something else than before.
    case waits(StageName)
  }

  package struct Step: Hashable, Sendable {
    package let stage: StageName
    package let decision: Decision
  }

  /// One for each stage up to the last that is asked for.
  package let steps: [Step]

  /// Whether any stage would run.
  package var isIdle: Bool {
    steps.allSatisfy { $0.decision == .carried || $0.decision == .upToDate }
  }
}

extension RunPlan {
  /// A line for each stage.
  package var lines: [String] {
    steps.map { "\($0.stage.rawValue): \($0.decision)" }
  }

  package var json: JSONValue {
    .array(
      steps.map { step in
        let (word, reasons, waits): (String, [RunReason]?, StageName?) =
          switch step.decision {
          case .carried: ("not-asked-for", nil, nil)
          case .upToDate: ("up-to-date", nil, nil)
          case .runs(let reasons): ("runs", reasons, nil)
          case .waits(let stage): ("depends", nil, stage)
          }
        return .object([
          "stage": .string(step.stage.rawValue), "decision": .string(word),
          "reasons": reasons.map { .array($0.map(\.json)) },
          "depends_on": waits.map { .string($0.rawValue) },
        ])
      })
  }
}

extension RunPlan.Decision: CustomStringConvertible {
  package var description: String {
    switch self {
    case .carried: "not asked for, taken over from the last run"
    case .upToDate: "up to date"
    case .runs(let reasons): "runs (" + reasons.map(\.description).joined(separator: ", ") + ")"
    case .waits(let stage): "runs if \(stage.rawValue) leaves something else than before"
    }
  }
}
