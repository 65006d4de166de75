extension Pipeline {
  /// Holds what is kept against the digests that were noted when it was written.
  ///
  /// `name` is a run or a vintage; nil stands for the published run and all vintages.
  ///
  /// - Throws: `RunError` where there is none of the name, `PipelineError.noRelease` where nothing is
  ///   published, `FileError` where a file cannot be read.
  package func verify(_ name: String?) throws -> Verification {
    let outputs = resolve(file.outputs)
    var verification = Verification()
    let kept = try vintages.names
    if let name {
      if kept.contains(name) {
        try verification.add(vintage: name, folder: vintages.path + "/" + name)
      } else {
        try verification.add(try KeptRuns(outputs: outputs).named(name))
      }
      return verification
    }
    guard let published = OutputFolder.published(in: outputs) else { throw PipelineError.noRelease }
    try verification.add(try KeptRuns(outputs: outputs).named(published))
    for name in kept {
      try verification.add(vintage: name, folder: vintages.path + "/" + name)
    }
    return verification
  }
}
