import ReleaseModel
import TakedownModel

/// The page on what was said in public: what cannot hold together, and the reckoning behind it.
///
/// Its readers have to be able to follow each sum by hand, so each figure stands with who said it,
/// when, the words and the days. It says what cannot hold together, not who is wrong.
struct ClaimsPage {
  let checks: [ClaimRow]
  let figures: [ClaimFigureRow]
  let settings: PublicationSettings
  let names: DisplayNames
  private let reading: [String]
  private let figuresByCheck: [Int: [ClaimFigureRow]]

  /// - Throws: `PublicationError` with code `missingColumn` or `unreadableCell`.
  init(
    _ said: SaidClaims, settings: PublicationSettings, names: DisplayNames
  ) throws(PublicationError) {
    checks = try ClaimRow.all(in: said.checks)
    figures = try ClaimFigureRow.all(in: said.figures)
    reading = said.reading
    figuresByCheck = Dictionary(grouping: figures, by: \.check)
    self.settings = settings
    self.names = names
  }

  var document: Document {
    let sections = [
      introduction, summary, together, statedChanges, againstRecords, notRead, readings, sources,
    ]
    return Document(
      name: "claims", title: "\(settings.title): what was said in public",
      notice: settings.notice, blocks: sections.flatMap(\.self))
  }

  /// The checks of a kind, in their order.
  func checks(_ kind: ClaimRow.Kind) -> [ClaimRow] { checks.filter { $0.kind == kind } }

  /// The figures of a check, in their order.
  func figures(_ check: ClaimRow) -> [ClaimFigureRow] { figuresByCheck[check.check] ?? [] }

  private var introduction: [DocumentBlock] {
    [
      .words(
        "Figures that were said in public are held against each other, against the changes that were "
          + "said of them, and against what the agencies' records count. This page says what cannot "
          + "hold together when the words are read as described below. It does not say which "
          + "statement, if any, is wrong.")
    ]
  }

  private var summary: [DocumentBlock] {
    let unread = checks(.notRead).count
    let statements = checks(.records).count + unread
    let contradictions = checks.count(where: \.isContradiction)
    let found =
      switch contradictions {
      case 0: "No statements were found that cannot all hold."
      case 1: "One set of statements cannot all hold."
      default: "\(NumberText.grouped(contradictions)) sets of statements cannot all hold."
      }
    let read = "The register has \(NumberText.counted(statements, "statement", "statements"))."
    let verdicts: [(kind: ClaimRow.Kind, name: String, verdicts: [String])] = [
      (.together, "Statements against each other", ["cannot hold"]),
      (.statedChange, "Stated changes", ["cannot agree", "can agree", "agrees", "not read"]),
      (
        .records, "Figures against the records",
        ["cannot agree", "agrees", "not covered", "no records", ""]
      ),
      (.notRead, "Statements not read", ["not read"]),
    ]
    let rows = verdicts.flatMap { kind, name, verdicts in
      verdicts.compactMap { verdict -> [String]? in
        let count = checks(kind).count { $0.verdict == verdict }
        guard count > 0 else { return nil }
        return [name, verdict.isEmpty ? "[c]" : verdict, NumberText.grouped(count)]
      }
    }
    return [.section("Summary"), .words(read + " " + found)]
      + (rows.isEmpty
        ? [] : [.table(DocumentTable(["Check", "Verdict", "How many"], rows, numbers: [2]))])
  }

  private var readings: [DocumentBlock] {
    reading.isEmpty
      ? [] : [.section("How the words were read"), .list(reading.map(RichText.text))]
  }

  /// Where the figures were said, each place once, the earliest first.
  private var sources: [DocumentBlock] {
    let said = figures.filter { !($0.sourceTitle + $0.sourceURL).isEmpty }
      .map { (day: $0.publishedOn?.days ?? 0, source: $0.source) }
      .sorted {
        ($0.day, Markdown.inline($0.source)) < ($1.day, Markdown.inline($1.source))
      }
    var items: [RichText] = []
    for source in said.map(\.source) where !items.contains(source) { items.append(source) }
    return items.isEmpty ? [] : [.section("Sources"), .list(items)]
  }
}
