package import Normalization

/// Why a run could not finish, and published nothing.
package enum PipelineError: Error, Hashable, CustomStringConvertible {
  /// There is no pipeline file.
  case noPipelineFile(String)
  /// A source's pattern matches no file.
  case noFiles(keyPath: String, pattern: String)
  /// There is no register of published figures where the pipeline file says.
  case noRegister(keyPath: String, path: String)
  /// Guards hold the publication of a run back, or have something against the one that is published.
  case held(run: String, isPublished: Bool, [GuardResult])
  /// A guard that no source has.
  case unknownGuard(String, known: [String])
  /// A stage needs what an earlier stage left, and there is nothing.
  case missingStage(StageName, neededBy: StageName)
  /// A stage of the last run was made under other settings than are asked for now.
  case otherSettings(StageName)
  /// A file of the last run is not as its stage wrote it.
  case changedFile(String)
  /// A file of the run that has just been made does not hold what was written.
  case notAsWritten(String)
  /// Not one row of a file can be used.
  case uselessFile(file: String, rows: Int, reason: String)
  /// A source has the same rows in two files.
  case sameFile(source: String, first: String, second: String)
  /// A file is not the one that its checksum was made of.
  case otherChecksum(file: String, checksum: String, stated: String, found: String)
  /// The values of a column do not say whether day or month comes first.
  case dateOrder([DateOrderError])
  /// There is no run yet.
  case noRun
  /// A figure that cannot be explained.
  case noSuchFigure(String, reason: String)
  /// There is no published release yet.
  case noRelease
  /// `outputs/latest` is something else than the link that it should be.
  case notALink(String)
  /// A column that figures hang on is mapped and empty in every record of a source.
  case emptyField(keyPath: String, places: [String], records: Int)
  /// Every row of a source is left out by what it declares.
  case nothingLeft(keyPath: String, reasons: [String: Int])
  /// Something stands in the release that must not leave.
  case leak(Leak)
  /// The rows of a stage do not add up.
  case unbalanced(String)
  /// Another run holds the lock.
  case locked(outputs: String, holder: LockHolder?)
  /// A configured value that the configuration's schema cannot check.
  case setting(keyPath: String, reason: String)
  /// The release has no headline.
  case noHeadlines
  /// A headline that the release does not have.
  case unknownHeadline(String, known: [String])
  /// A language that the release does not speak.
  case unknownLanguage(String, known: [String])
  /// A file of a stage, or of what was published elsewhere, that is not as it should be.
  case malformed(file: String, reason: String)

  package var description: String {
    (file.map { "\($0): " } ?? "") + reason
  }

  /// The file that is at fault, where it is one file of the input.
  package var file: String? {
    switch self {
    case .uselessFile(let file, _, _), .otherChecksum(let file, _, _, _), .malformed(let file, _):
      file
    default: nil
    }
  }

  /// What was found, what was expected and what to do, without the file.
  package var reason: String {
    switch self {
    case .noPipelineFile(let path):
      "there is no pipeline file '\(path)'; give its path with --config"
    case .notALink(let path):
      """
      '\(path)' is no symbolic link, and would be overwritten by one to the published run; move it \
      away
      """
    case .emptyField(let keyPath, let places, let records):
      """
      \(keyPath): none of the source's \(records) records has anything at \
      \(places.map { "'\($0)'" }.joined(separator: " or ")); expected most to have it; correct the \
      path
      """
    case .nothingLeft(let keyPath, let reasons):
      """
      \(keyPath): all \(reasons.values.reduce(0, +)) rows are left out \
      (\(reasons.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", "))); \
      expected at least one to stay; check what where, derive and the preset ask for
      """
    case .noFiles(let keyPath, let pattern):
      """
      \(keyPath): no file matches '\(pattern)'; expected at least one; what was published before \
      stays; check the path, which is relative to the pipeline file, ask the agency for its log, or \
      let a release be made without it: "allow_missing": true
      """
    case .noRegister(let keyPath, let path):
      """
      \(keyPath): there is no file '\(path)'; expected a register of published figures; check the \
      path, which is relative to the pipeline file
      """
    case .held(let run, let isPublished, let guards):
      ([
        isPublished
          ? "run \(run) is published already, and would be held back now"
          : "run \(run) is kept and not published; what was published before stays"
      ] + guards.map(\.message)).joined(separator: "\n")
    case .unknownGuard(let name, let known) where known.isEmpty:
      "--accept \(name): no source has guards; take it away"
    case .unknownGuard(let name, let known):
      """
      --accept \(name): no source has such a guard; expected one of \
      \(known.joined(separator: ", "))
      """
    case .missingStage(let stage, let needer):
      """
      the stage \(needer.rawValue) needs what \(stage.rawValue) leaves in \(stage.folder), and the \
      last run has none; run 'takedowns \(stage.rawValue)' first
      """
    case .otherSettings(let stage):
      """
      the stage \(stage.rawValue) of the last run was made under other settings than these; run \
      'takedowns run --from \(stage.rawValue)' with them
      """
    case .changedFile(let path):
      """
      '\(path)' of the last run is not as it was written; run 'takedowns run' to make it again
      """
    case .notAsWritten(let path):
      """
      '\(path)' does not hold what was just written; nothing was published; look at the disk and its \
      file system, then run again
      """
    case .uselessFile(_, let rows, let reason):
      """
      none of its \(rows) rows can be used, the first because: \(reason); expected most to \
      be; correct the source in the pipeline file, or take the file away
      """
    case .sameFile(let source, let first, let second):
      """
      sources '\(source)': '\(second)' holds the same bytes as '\(first)', and its rows would be read \
      twice; take one away
      """
    case .otherChecksum(_, let checksum, let stated, let found):
      """
      its digest is \(found); expected \(stated), as '\(checksum)' states; have the file sent \
      again
      """
    case .dateOrder(let errors):
      errors.map(\.description).joined(separator: "\n")
    case .noRun:
      "there is no earlier run to go on from; run 'takedowns run' first"
    case .noSuchFigure(let name, let reason):
      "the figure '\(name)': \(reason)"
    case .noRelease:
      "nothing has been published yet; run 'takedowns run' first"
    case .leak(let leak):
      leak.reason
    case .unbalanced(let sums):
      "the rows do not add up: \(sums); this is a fault of the program, not of the data"
    case .locked(let outputs, let holder):
      """
      another run holds the lock on '\(outputs)'\(holder.map { " (\($0.text))" } ?? ""); wait for it \
      to end, or use --wait SECONDS
      """
    case .setting(let keyPath, let reason):
      "\(keyPath): \(reason)"
    case .noHeadlines:
      "the release has no headline; declare them under headlines in the pipeline file"
    case .unknownHeadline(let id, let known) where known.isEmpty:
      """
      no headline '\(id)': the release has none; declare it under headlines in the pipeline file, \
      then run 'takedowns run'
      """
    case .unknownHeadline(let id, let known):
      """
      no headline '\(id)'; expected one of \(known.map { "'\($0)'" }.joined(separator: ", ")); \
      headlines are declared under headlines in the pipeline file
      """
    case .unknownLanguage(let language, let known):
      """
      no headlines in the language '\(language)'; expected one of \
      \(known.map { "'\($0)'" }.joined(separator: ", ")); name its catalogue of messages under \
      languages in the pipeline file, then run 'takedowns run'
      """
    case .malformed(_, let reason):
      reason
    }
  }

  /// The exit status of a call that another run keeps waiting too long.
  static let lockedStatus: Int32 = 75

  /// What it says, in the lines that it takes.
  package var lines: [String] {
    switch self {
    case .dateOrder(let errors): errors.map(\.description)
    // One line for each guard; nothing from a log is in them.
    case .held: description.split(separator: "\n").map(String.init)
    default: [description]
    }
  }

  /// The exit status of the command.
  package var exitStatus: Int32 {
    switch self {
    case .locked: Self.lockedStatus
    // The log of an agency is missing, or not as it should be: the former release stays.
    case .noFiles, .held: 3
    default: 2
    }
  }
}
