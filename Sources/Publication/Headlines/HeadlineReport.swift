import ReleaseModel
import Tabular
import TakedownModel

/// The headlines as the files of the release: a text for each language, and the figures.
struct HeadlineReport {
  private let headlines: [Headline]
  private let names: DisplayNames
  private let notice: String
  private let missing: [MissingSource]
  private let asOf: CalendarDate
  private let coverage: [CoverageRow]
  /// English, then the further languages.
  private let writers: [MessageWriter]

  init(
    _ headlines: [Headline], coverage: [CoverageRow], settings: PublicationSettings,
    names: DisplayNames
  ) {
    self.headlines = headlines
    self.names = names
    self.coverage = coverage
    notice = settings.ownNotice
    missing = settings.missing
    asOf = settings.asOf
    writers = ([.english] + settings.languages).map { MessageWriter(catalogue: $0, names: names) }
  }

  /// `headlines.txt` in English, `headlines.cy.txt` and so on, `headlines.json` and its schema.
  var files: [ReleaseFile] {
    let texts = writers.enumerated().map { number, writer in
      let tag = number == 0 ? "" : ".\(writer.catalogue.language)"
      return ReleaseFile(path: "headlines\(tag).txt", text: text(writer))
    }
    return texts + [
      ReleaseFile(path: "headlines.json", text: json.prettyText),
      ReleaseFile(path: "headlines.schema.json", bytes: PackageResources.headlines_schema_json),
    ]
  }

  /// The headlines for people, in all languages.
  var forPeople: [ReleaseHeadline] {
    headlines.map { headline in
      let (status, marks) = headline.standing
      return ReleaseHeadline(
        id: headline.request.id,
        sentences: writers.map {
          ReleaseHeadline.Sentence(
            language: $0.catalogue.language, text: sentence(headline, $0))
        },
        figures: headline.exactFigures, status: status, marks: marks)
    }
  }

  /// What is read out: the headline, and which of the logs behind it are missing.
  private func sentence(_ headline: Headline, _ writer: MessageWriter) -> String {
    let lacking = missing.filter { $0.touches(agency: headline.request.agency) }
    let words = [
      HeadlineSentence(headline, writer: writer).text, PlainLine.text(writer.missing(lacking)),
    ]
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The notice, and the missing logs that not every sentence names already.
  private func notice(_ writer: MessageWriter) -> String {
    let unsaid = missing.filter { source in
      headlines.isEmpty || headlines.contains { !source.touches(agency: $0.request.agency) }
    }
    return writer.notice(notice, missing: unsaid)
  }

  /// One headline a paragraph, then the notice.
  private func text(_ writer: MessageWriter) -> String {
    let sentences = headlines.map { sentence($0, writer) }
    let notice = notice(writer)
    let paragraphs = notice.isEmpty ? sentences : sentences + [notice]
    return paragraphs.isEmpty ? "" : paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// The same with the exact figures beside; numbers that are not available are null.
  ///
  /// With further languages, `notices` and each headline's `sentences` have all of them by their tags.
  private var json: JSONValue {
    .object([
      "version": 1,
      "notice": .string(writers.first.map(notice) ?? notice),
      "notices": writers.count > 1 ? inAllLanguages(notice) : nil,
      "as_of": .string(asOf.description),
      "missing_sources": missing.isEmpty ? nil : .array(missing.map(entry)),
      "headlines": .array(headlines.map(entry)),
    ])
  }

  private func entry(_ source: MissingSource) -> JSONValue {
    let agency = source.agency
    return .object([
      "source": .string(source.id),
      "agency": agency.isEmpty ? .null : named(agency, names.agency(agency)),
    ])
  }

  private func entry(_ headline: Headline) -> JSONValue {
    let request = headline.request
    let sentences = inAllLanguages { sentence(headline, $0) }
    let english = sentences[MessageCatalogue.english.language] ?? .null
    var what: [JSONValue.Member] = [.init("id", .string(request.id)), .init("sentence", english)]
    if writers.count > 1 { what.append(.init("sentences", sentences)) }
    what += [
      .init("measure", .string(request.measure)),
      .init("agency", named(request.agency, names.agency(request.agency))),
      .init("platform", named(request.platform, names.platform(request.platform))),
      .init("period", days(headline.period.start, headline.period.end)),
    ]
    return .object(
      what + HeadlineMembers(headline).members + [.init("source_agencies", sources(of: headline))])
  }

  private func inAllLanguages(_ text: (MessageWriter) -> String) -> JSONValue {
    .object(writers.map { JSONValue.Member($0.catalogue.language, .string(text($0))) })
  }

  private func named(_ id: String, _ name: String) -> JSONValue {
    .object(["id": .string(id), "name": .string(name)])
  }

  private func days(_ start: CalendarDate, _ end: CalendarDate) -> JSONValue {
    .object(["start": .string(start.description), "end": .string(end.description)])
  }

  /// The agency asked for, or every one whose logs hold records.
  private func sources(of headline: Headline) -> JSONValue {
    let covered = coverage.filter { $0.hasRecords }.map(\.agency)
    let id = headline.request.agency
    let agencies = id == DisplayNames.all ? covered : covered.filter { $0 == id }
    return .array(agencies.map { .string($0) })
  }
}
