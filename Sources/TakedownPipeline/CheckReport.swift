import Containers
import Ingestion
package import TakedownModel

/// Everything that `check` found.
package struct CheckReport: Sendable {
  /// The findings that were kept, in the order of the sources; at most so many a code and file.
  package internal(set) var findings: [Finding] = []
  /// How many there are of each code, those that were not kept included.
  package internal(set) var counts: [String: Int] = [:]
  /// A few lines on what was read.
  package internal(set) var summary: [String] = []
  /// Whether a source could not be read at all.
  package internal(set) var hasUnreadableSource = false
  private var worst: Severity?
  private var kept: [String: Int] = [:]
  private let limit: Int

  init(keeping limit: Int) {
    self.limit = limit
  }

  /// Whether there is a finding of this severity or worse.
  package func hasFindings(atLeast severity: Severity) -> Bool {
    worst.map { $0 >= severity } ?? false
  }

  /// Notes why a run could not read a source, or a part of one; `name` is the file that is named
  /// where the error names none.
  ///
  /// - Throws: the error itself where it is none of the input.
  mutating func append(_ error: any Error, of name: String) throws {
    let finding: Finding
    if let error = error as? IngestError {
      finding = Finding(
        file: error.file, line: error.line, code: error.code, message: error.reason)
    } else if let error = error as? ContainerError {
      finding = Finding(file: error.file, code: error.kind.code, message: error.reason)
    } else if let error = error as? PipelineError {
      finding = Finding(file: error.file ?? name, code: error.code, message: error.reason)
    } else if let error = error as? FileError {
      finding = Finding(file: name, code: .unreadable, message: error.description)
    } else {
      throw error
    }
    hasUnreadableSource = true
    append(finding)
  }

  mutating func append(_ finding: Finding) {
    counts[finding.code.name, default: 0] += 1
    worst = max(worst ?? finding.severity, finding.severity)
    let key = finding.code.name + "\u{0}" + finding.file
    guard kept[key, default: 0] < limit else { return }
    kept[key, default: 0] += 1
    findings.append(finding)
  }

  /// Notes findings that were counted and not kept.
  mutating func add(_ count: Int, of code: FindingCode) {
    guard count > 0 else { return }
    counts[code.name, default: 0] += count
    worst = max(worst ?? code.severity, code.severity)
  }
}

extension ContainerError.Kind {
  fileprivate var code: FindingCode {
    switch self {
    case .damaged: .damagedContainer
    case .refused: .refusedContainer
    case .tooLarge: .containerTooLarge
    case .checksumFile: .badChecksumFile
    }
  }
}
