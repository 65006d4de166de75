import Tabular
extension Pipeline {
  /// The folder of the run that `latest` points to.
  ///
  /// It is followed once by who asks, so that a run that is published meanwhile changes nothing.
  ///
  /// - Throws: `PipelineError.noRelease` where there is none.
  func publishedRun() throws -> String {
    let outputs = resolve(file.outputs)
    guard let target = Folders.target(ofLink: outputs + "/latest") else {
      throw PipelineError.noRelease
    }
    return target.hasPrefix("/") ? target : outputs + "/" + target
  }

  /// The path of a file of a stage, once it is known to be as the run left it.
  ///
  /// - Throws: `PipelineError` where it is missing or was changed.
  func unchangedFile(_ name: String, of stage: StageName, in run: String) throws -> String {
    let path = "\(run)/\(stage.folder)/\(name)"
    guard Folders.exists(path) else {
      throw PipelineError.missingStage(stage, neededBy: .compare)
    }
    let recorded = try RecordedRun(name: "", folder: run).outputs(of: stage)[name]
    guard let recorded, try InputPlace(path: name, location: path).isStill(recorded) else {
      throw PipelineError.changedFile(stage.folder + "/" + name)
    }
    return path
  }
}
