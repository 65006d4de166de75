import Bytes
import Normalization
import PrivateNames
import ReleaseModel
import Tabular
import TakedownModel

/// Searches a release for what must not leave: accounts of the run, paths, the name of the machine.
struct LeakCheck {
  let pipeline: Pipeline
  /// The folder of the run.
  let run: String
  let writer: ReleaseWriter

  /// - Throws: `PipelineError.leak` for the first place at which something is found.
  func check(_ files: [ReleaseFile], of release: ReleaseContents) async throws {
    let texts = try ReleaseTexts.all(of: files)
    let words = WordSet(joining: try parallelMap(texts) { WordSet(of: $0) })
    let names = try await names(among: words, release: files.map(\.path))
    let platforms = pipeline.platforms.platforms
    let search = NameSearch(
      names, hosts: Dictionary(platforms.map { ($0.id, $0.hosts) }, uniquingKeysWith: { $1 }))
    let sightings = try parallelMap(Array(texts.enumerated())) {
      search.sightings(in: $0.element, number: $0.offset)
    }.flatMap(\.self)
    // What follows is only for names that are called like ordinary words.
    guard !sightings.isEmpty else { return }
    let published =
      pipeline.file.published.isEmpty
      ? [] : try Folders.read("\(run)/\(StageName.ingest.folder)/published.csv")
    let vocabulary = try ReleaseVocabulary(
      release, pipeline: pipeline, published: published, writer: writer)
    let leaks = vocabulary.leaks(among: sightings, of: search)
    guard let first = leaks.first else { return }
    throw PipelineError.leak(
      Leak(first, of: names[first.name], in: texts[first.text], places: leaks.count))
  }

  private func names(
    among words: WordSet, release: [String]
  ) async throws -> [PrivateName] {
    let accounts = try await AccountNames(among: words, jobs: pipeline.jobs)
      .all(in: "\(run)/\(StageName.normalize.folder)")
    let files = try StageFile.table("\(run)/\(StageName.ingest.folder)/files.csv")
    let column = files.index(of: "file")
    let machine = MachineNames(pipeline: pipeline, release: release)
      .all(inputs: column.map { column in files.rows.map { $0[column] } } ?? [])
      .filter { words.mayContain($0.word) }
    let known = pipeline.file.publish.knownWords.map { Array($0.utf8) }
    return (accounts + machine).filter { name in
      name.kind == .path || !known.contains { $0.span.equalsFolded(name.bytes.span) }
    }
  }
}
