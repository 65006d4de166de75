import ReleaseModel
import TakedownModel

/// What the templates of the page can say; texts are safe to be escaped.
///
/// Names differ from level to level: a name that a level lacks is looked up in the one around it.
struct PageContents: Sendable {
  struct Sentence: Sendable {
    let language: String
    let sentence: String
  }

  struct Headline: Sendable {
    let headlineID: String
    let sentences: [Sentence]
    let exact: PageTable?
    /// Shorthand with its meaning: `[p] provisional: …`.
    let standing: [String]
  }

  struct Revision: Sendable {
    let what: String
    let figure: String
    let note: String
  }

  struct ChartFigure: Sendable {
    let chartID: String
    let number: Int
    let chartTitle: String
    /// SVG.
    let drawing: String
    let description: String
    let table: PageTable
    let chartFiles: [File]
  }

  struct File: Sendable {
    let path: String
    let type: String
    let size: String
  }

  struct Mark: Sendable {
    let mark: String
    let meaning: String
  }

  let title: String
  let notice: String?
  /// `31 March 2025`, and as ISO 8601 has it.
  let asOf: String
  let asOfDay: String
  let headlines: [Headline]
  let hasHeadlines: Bool
  let revisions: [Revision]
  let hasRevisions: Bool
  let charts: [ChartFigure]
  let hasCharts: Bool
  let tables: [PageTable]
  let hasTables: Bool
  let shorthand: [Mark]
  let hasShorthand: Bool
  /// HTML.
  let methodology: String?
  /// HTML.
  let claims: String?
  let files: [File]
  let citation: String
  let version: String
  /// JSON-LD, without any mark that could end a script element.
  let dataset: String

  init(_ release: ReleaseContents, beside files: [ReleaseFile], version: String) {
    let downloads = files.map(DownloadFile.init)
    let shownFiles = downloads.map {
      File(path: ShownText.safe($0.path), type: $0.type, size: $0.size)
    }
    title = ShownText.safe(release.title)
    notice = release.notice.isEmpty ? nil : ShownText.safe(release.notice)
    asOf = release.asOf.spoken
    asOfDay = release.asOf.description
    headlines = release.headlines.map { headline in
      Headline(
        headlineID: ShownText.safe(headline.id),
        sentences: headline.sentences.map {
          Sentence(language: $0.language, sentence: ShownText.safe($0.text))
        },
        exact: headline.figures.isEmpty ? nil : PageTable(headline),
        standing: release.shorthand.filter { headline.marks.contains($0.mark) }
          .map { ShownText.safe("\($0.mark) \($0.meaning)") })
    }
    hasHeadlines = !release.headlines.isEmpty
    revisions = release.revisions.map {
      Revision(
        what: ShownText.safe($0.what), figure: ShownText.number($0.value),
        note: ShownText.safe($0.note))
    }
    hasRevisions = !release.revisions.isEmpty
    let pictures = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    charts = release.charts.enumerated().compactMap { place, chart in
      guard let picture = pictures["charts/\(chart.name).svg"] else { return nil }
      return ChartFigure(
        chartID: "chart-\(chart.name)", number: place + 1,
        chartTitle: ShownText.safe(chart.headline), drawing: Self.inline(picture),
        description: ShownText.safe(chart.description),
        table: PageTable(chart, number: place + 1),
        chartFiles: shownFiles.filter { $0.path.hasPrefix("charts/\(chart.name).") })
    }
    hasCharts = !charts.isEmpty
    tables = release.summaries.map { PageTable($0) }
    hasTables = !tables.isEmpty
    shorthand = release.shorthand.map {
      Mark(mark: ShownText.safe($0.mark), meaning: ShownText.safe($0.meaning))
    }
    hasShorthand = !shorthand.isEmpty
    func document(_ name: String) -> String? {
      release.documents.first { $0.name == name }.map { DocumentHTML(document: $0).text }
    }
    methodology = document("methodology")
    claims = document("claims")
    self.files = shownFiles
    let agencies = release.agencyNames
    let whose = agencies.isEmpty ? "" : " From the logs of: \(agencies.joined(separator: "; "))."
    citation = ShownText.safe(
      "\(release.title). Figures up to \(release.asOf.spoken), release \(version).\(whose)")
    self.version = version
    dataset = DatasetDescription(release: release, files: downloads, version: version).text
  }

  /// A picture as a part of a page: its element alone, without what a page may not hold.
  private static func inline(_ picture: ReleaseFile) -> String {
    let text = String(decoding: picture.bytes, as: UTF8.self)
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isBidiControl {
      scalars.append(scalar == "\n" ? scalar : ShownText.shown(scalar))
    }
    return String(scalars)
  }
}
