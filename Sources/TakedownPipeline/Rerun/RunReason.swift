package import Tabular

/// Why a stage runs, rather than being carried over from the last run.
package enum RunReason: Hashable, Sendable {
  /// The last run has nothing of the stage, or there is none.
  case neverRun
  /// The record of the last run is not as it was written, so that nothing in it is believed.
  case damagedRecord
  /// The caller asked for it.
  case forced
  /// Another version or build of the program made it; its version.
  case otherProgram(String)
  /// It was made under other settings.
  case otherSettings
  /// Files that it reads from outside have come, changed or gone.
  case otherInputs(InputChanges)
  /// A stage before it left something else than in the last run.
  case earlierStage(StageName)
  /// A file that it left is gone, or not as it was written.
  case damagedOutput(String)

  /// The name by which scripts know the reason.
  package var name: String {
    switch self {
    case .neverRun: "never-run"
    case .damagedRecord: "record-damaged"
    case .forced: "forced"
    case .otherProgram: "program-changed"
    case .otherSettings: "settings-changed"
    case .otherInputs: "inputs-changed"
    case .earlierStage: "earlier-stage-changed"
    case .damagedOutput: "output-damaged"
    }
  }

  /// What there is to say beyond the name; empty for nothing.
  package var detail: String {
    switch self {
    case .neverRun, .damagedRecord, .forced, .otherSettings: ""
    case .otherProgram(let version):
      version == Program.version ? "another build" : "was \(version)"
    case .otherInputs(let changes): changes.description
    case .earlierStage(let stage): stage.rawValue
    case .damagedOutput(let path): path
    }
  }
}

extension RunReason: CustomStringConvertible {
  package var description: String { detail.isEmpty ? name : "\(name): \(detail)" }

  package var json: JSONValue {
    .object(["reason": .string(name), "detail": detail.isEmpty ? nil : .string(detail)])
  }
}
