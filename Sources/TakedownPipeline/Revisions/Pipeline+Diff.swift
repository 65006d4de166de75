package import Revisions

extension Pipeline {
  /// Compares the figures of two runs that have a release, or of vintages by their names.
  ///
  /// - Parameters:
  ///   - from: the name of the earlier run; nil for the last but one.
  ///   - to: the name of the later run; nil for the last.
  ///   - log: takes a line each time that figures are counted anew.
  /// - Returns: the figures that changed, with the parts of each change.
  /// - Throws: `DiffError` where there is no such run; `PipelineError` for files that are damaged.
  package func diff(
    from: String?, to: String?, log: (String) -> Void
  ) async throws -> RevisionReport {
    let runs = resolve(file.outputs) + "/runs"
    let names = try Folders.names(in: runs).filter { name in
      !name.hasPrefix(".")
        && Folders.exists("\(runs)/\(name)/\(StageName.emit.folder)/headlines.json")
    }
    guard names.count >= (from == nil ? 2 : 1) else { throw DiffError.tooFew(names.count) }
    func kept(_ name: String) throws -> KeptRun {
      var own = name
      if name == "latest", let target = Folders.target(ofLink: resolve(file.outputs) + "/latest") {
        own = target.split(separator: "/").last.map(String.init) ?? name
      }
      guard names.contains(own) else {
        guard let vintage = try? vintages.named(own) else {
          throw DiffError.unknownRun(name, known: names)
        }
        return try KeptRun(vintage)
      }
      return try KeptRun(name: own, folder: runs + "/" + own)
    }
    let old = try kept(from ?? names[max(0, names.count - 2)])
    let new = try kept(to ?? names[names.count - 1])
    return try await DiffRun(pipeline: self, old: old, new: new).run(log: log)
  }
}
