import Digests
import Tabular

// What each stage reads from outside, without reading it.
extension Pipeline {
  /// The files that a stage reads from outside, as its report lists them.
  ///
  /// Files that are named and missing are left out: the stage itself says what is wrong. What the last
  /// run, `run`, has published is no input of itself.
  func inputs(of stage: StageName, beside run: String) throws -> [InputPlace] {
    switch stage {
    case .ingest: try ingestInputs()
    case .normalize, .compare: []
    case .emit: emitInputs(beside: run)
    }
  }

  private func ingestInputs() throws -> [InputPlace] {
    var all: [InputPlace] = []
    for source in file.sources {
      for file in try filesThere(of: source) { all += places(of: file.path) }
    }
    return all + readable(file.published.map(\.path))
  }

  /// A file of a source, and the file of checksums beside it where there is one.
  func places(of path: String) -> [InputPlace] {
    let location = resolve(path)
    let sidecar = OpenFile.sidecar(of: location).map { path + $0.dropFirst(location.count) }
    return readable([path] + (sidecar.map { [$0] } ?? []))
  }

  /// The digest of all on which the reading of a source's files depends beside the files.
  func ingestRules(of number: Int) -> String {
    let settings = file.withDefaults["sources"]?.elements ?? []
    let own =
      number < settings.count
      ? SourceSettings.ownEffects.reduce(settings[number]) { $0.removing($1) }.lineText : ""
    return Digest.sha256(Array("\(Program.identity)\n\(own)".utf8))
  }

  private func emitInputs(beside run: String) -> [InputPlace] {
    var paths = file.languages
    if let folder = file.publish.templates {
      paths += (try? Folders.names(in: resolve(folder)))?.map { "\(folder)/\($0)" } ?? []
    }
    return readable(paths) + vintageInputs.filter { $0.run != run }.map(\.place)
  }

  /// The vintages on which a release depends, each with the run that published it.
  var vintageInputs: [(run: String, place: InputPlace)] {
    var used: [Vintage] = []
    if let name = file.reporting.revisedFrom, let vintage = try? vintages.named(name) {
      used.append(vintage)
    }
    if file.publish.suppressBelow != nil { used += (try? protectedVintages) ?? [] }
    return used.map { vintage in
      let path = "vintages/\(vintage.name)/\(Vintage.recordName)"
      return (
        run: vintage.run,
        place: InputPlace(path: path, location: vintage.folder + "/" + Vintage.recordName)
      )
    }
  }

  private func readable(_ paths: [String]) -> [InputPlace] {
    paths.map { InputPlace(path: $0, location: resolve($0)) }
      .filter { Folders.isRegularFile($0.location) }
  }
}
