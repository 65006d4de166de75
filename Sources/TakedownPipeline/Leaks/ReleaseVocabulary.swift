import Normalization
import PrivateNames
import ReleaseModel
import Tabular
import TakedownModel

/// The words that a release has whatever accounts were counted, by which a name that is called like
/// one of them is told from a leak.
struct ReleaseVocabulary {
  /// The release without rows, headlines, charts, and texts of the pipeline file: the words of its
  /// formats.
  let forms: [SearchedText]
  /// Ids of the registers, and the register of figures that were said in public.
  let ids: [SearchedText]
  /// Names of the registers, and what is written in sentences.
  let prose: [SearchedText]

  init(
    _ release: ReleaseContents, pipeline: Pipeline, published: [UInt8], writer: ReleaseWriter
  ) throws {
    let empty = ReleaseContents(
      title: "", notice: "", asOf: release.asOf, tables: release.tables.map(Self.withoutRows),
      charts: [], shorthand: release.shorthand, texts: [])
    forms = try ReleaseTexts.all(
      of: ReleaseWriter(images: nil, parquet: nil, templates: writer.templates).files(of: empty))

    let agencies = pipeline.agencies
    let platforms = pipeline.platforms.platforms
    ids = [
      Self.text(agencies.map(\.id) + platforms.map(\.id) + pipeline.words.categories.allValues),
      Self.text(pipeline.file.sources.map(\.id) + pipeline.file.headlines.map(\.id)),
      SearchedText(path: "", bytes: published),
    ]
    prose =
      release.texts.map { SearchedText(path: $0.path, bytes: $0.bytes) }
      + [
        Self.text(agencies.flatMap { [$0.name, $0.nameInSentence] }),
        Self.text(platforms.flatMap { [$0.name, $0.company] + $0.hosts }),
        Self.text([release.title, release.notice]),
        Self.text(pipeline.file.reporting.breaks.map(\.text)),
        Self.text(
          release.charts.flatMap { [$0.headline, $0.subtitle, $0.description] + $0.notes }),
      ]
  }

  private static func text(_ lines: [String]) -> SearchedText {
    SearchedText(path: "", bytes: Array(lines.joined(separator: "\n").utf8))
  }

  /// The table with its header alone: other formats than CSV say what its columns mean.
  private static func withoutRows(_ table: DataTable) -> DataTable {
    DataTable(
      name: table.name, title: table.title, key: table.key, columns: table.columns, rows: [])
  }

  /// The sightings that are none of these words.
  func leaks(
    among sightings: [NameSighting], of search: NameSearch
  ) -> [NameSighting] {
    let forms = Self.seen(search, in: forms)
    let ids = Self.seen(search, in: ids)
    let prose = Self.seen(search, in: prose)
    return sightings.filter { sighting in
      let name = search.names[sighting.name]
      let key = Seen(name: sighting.name, isWritten: sighting.isWrittenAsAccount)
      if forms.contains(key) { return false }
      if sighting.isWrittenAsAccount || name.kind == .path { return true }
      switch name.weight {
      case .none: return false
      case .word: return !ids.contains(key) && !prose.contains(key)
      case .full: return !ids.contains(key)
      }
    }
  }

  private struct Seen: Hashable {
    let name: Int
    let isWritten: Bool
  }

  private static func seen(_ search: NameSearch, in texts: [SearchedText]) -> Set<Seen> {
    Set(
      search.sightings(in: texts).map {
        Seen(name: $0.name, isWritten: $0.isWrittenAsAccount)
      })
  }
}
