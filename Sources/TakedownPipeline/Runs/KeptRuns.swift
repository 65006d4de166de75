/// The runs that are kept in an outputs folder, the oldest first; to read them takes no lock.
struct KeptRuns {
  private let outputs: String

  init(outputs: String) {
    self.outputs = outputs
  }

  var names: [String] {
    get throws {
      let runs = outputs + "/runs"
      return try Folders.names(in: runs).filter {
        !$0.hasPrefix(".") && Folders.isFolder(runs + "/" + $0)
      }
    }
  }

  /// The last one, published or not; nil when there is none.
  var last: RecordedRun? {
    get throws { try names.last.map(read) }
  }

  /// - Throws: `RunError.unknown` where there is none of the name.
  func named(_ name: String) throws -> RecordedRun {
    let names = try names
    guard names.contains(name) else { throw RunError.unknown(name, known: names) }
    return try read(name)
  }

  func read(_ name: String) throws -> RecordedRun {
    try RecordedRun(name: name, folder: outputs + "/runs/" + name)
  }
}
