package import Claims
import Normalization
import Tabular
package import TakedownModel

/// Checks what was said in public against the published run and the registers of the pipeline file.
package struct ClaimDesk {
  /// One claim as it is typed: in parts, or as a sentence in which the missing parts are found.
  package struct Request {
    /// An id, `all` for all agencies jointly, or nil for the one that the sentence names, or else
    /// the one that the first headline is about.
    package var agency: String?
    package var measure = "taken-down"
    package var counts: String?
    package var first: CalendarDate?
    package var last: CalendarDate?
    /// A number with the words before it: `more than 8,000`.
    package var says: String?
    /// What is said of the change.
    package var change: String?
    package var text: String?
    /// The day on which it was said; nil for the last day of the reports.
    package var saidOn: CalendarDate?

    package init() {}
  }

  private let pipeline: Pipeline?

  /// - Parameter pipeline: Nil where there is no pipeline file, and so no run.
  package init(_ pipeline: Pipeline?) {
    self.pipeline = pipeline
  }

  /// Whether there is a pipeline file.
  package static func hasPipeline(_ path: String) -> Bool { Folders.exists(path) }

  /// Checks a file, or the registers of the pipeline file.
  ///
  /// - Throws: `PipelineError` where a register or the published run cannot be read; `FileError`.
  package func report(file: String?) throws -> ClaimsReport {
    let register = try file.map { try self.register([($0, Folders.read($0))]) } ?? register()
    return ClaimsReport(register, recorded: try recorded(register.figures.map(\.request)))
  }

  /// Checks one claim.
  ///
  /// - Throws: `ClaimsError` where the claim cannot be read; as `report(file:)` else.
  package func report(_ request: Request) throws -> ClaimReport {
    let (claim, sentence) = try claim(request)
    return ClaimReport(
      claim, sentence: sentence, recorded: try recorded(claim.requests), register: try register())
  }

  private func claim(_ request: Request) throws -> (Claim, ClaimSentence?) {
    let day = try request.saidOn ?? lastDay()
    var sentence: ClaimSentence?
    if let text = request.text {
      guard let day else { throw ClaimsError.noDay }
      let narrowing = NarrowingWords(
        platforms: pipeline?.platforms.platforms ?? [], measure: request.measure)
      if let problem = narrowing.problem(in: text) { throw ClaimsError.sentence(problem) }
      sentence = ClaimSentence(text, on: day)
    }
    let named = request.agency ?? request.text.flatMap(agency(in:))
    if named == nil, let actor = request.text.flatMap(NarrowingWords.actor(in:)) {
      throw ClaimsError.sentence(
        "the sentence says that '\(actor)' acted, and no agency is called so; say with --agency whom "
          + "it is about, or 'all'")
    }
    let agency = (named ?? pipeline?.file.headlines.first?.agency).flatMap {
      $0 == HeadlineSettings.all ? nil : $0
    }
    guard let value = try request.says.map(ClaimSentence.Value.init(_:)) ?? sentence?.value else {
      throw ClaimsError.noValue(unread: sentence?.unread ?? [])
    }
    guard let first = request.first ?? sentence?.first,
      let last = request.last ?? sentence?.last ?? day
    else { throw ClaimsError.noDays }
    guard first <= last else { throw ClaimsError.order(first, last) }
    var change = sentence?.change
    if let text = request.change {
      guard let phrase = ChangePhrase(text) else { throw ClaimsError.change(text) }
      change = phrase
    }
    let said = sentence?.units ?? []
    guard let units = request.counts.map(SaidFigure.units) ?? (said.isEmpty ? ["accounts"] : said)
    else { throw ClaimsError.units(request.counts ?? "") }
    try expectKnown(request.agency, request.measure, units)
    let claim = Claim(
      agency: agency, isAgencyAssumed: named == nil && agency != nil, measure: request.measure,
      units: units, first: first, last: last,
      qualifier: value.qualifier, value: value.value, change: change)
    return (claim, sentence)
  }

  /// - Throws: `ClaimsError` for a name that neither the records nor the register know.
  private func expectKnown(_ agency: String?, _ measure: String, _ units: [String]) throws {
    guard let pipeline else { return }
    let said = try register().figures
    let agencies = Set(pipeline.agencies.map(\.id) + said.map(\.agency) + [HeadlineSettings.all])
    if let agency, !agencies.contains(agency) {
      throw ClaimsError.unknown("--agency", agency, known: agencies)
    }
    let measures = Set(Action.allCases.map(\.rawValue) + said.map(\.measure))
    if !measures.contains(measure) {
      throw ClaimsError.unknown("--measure", measure, known: measures)
    }
    let known = Set(CountRule.units.keys).union(said.flatMap(\.units))
    if let unit = units.first(where: { !known.contains($0) }) {
      throw ClaimsError.unknown("--counts", unit, known: known)
    }
  }

  /// The agency whose name, id or other spelling a sentence has, the longest one; `all` where it speaks
  /// of all agencies and names none.
  private func agency(in text: String) -> String? {
    let padded = " \(Self.plain(text)) "
    var best: (length: Int, id: String)?
    for agency in pipeline?.agencies ?? [] {
      for spelling in [agency.id, agency.name, agency.nameInSentence] + agency.aliases {
        let name = Self.plain(spelling)
        guard !name.isEmpty, padded.contains(" \(name) "), name.count > best?.length ?? 0 else {
          continue
        }
        best = (name.count, agency.id)
      }
    }
    return best?.id ?? (padded.contains(" all agencies ") ? HeadlineSettings.all : nil)
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The last day of the reports: as the pipeline file has it, or else that of the records.
  private func lastDay() throws -> CalendarDate? {
    if let asOf = pipeline?.file.reporting.asOf { return asOf }
    let any = CountRequest(
      agency: nil, measure: "taken-down", units: ["accounts"], first: CalendarDate(days: 0),
      last: CalendarDate(days: 0))
    if case .counted(_, _, let last)? = try recorded([any]).first { return last }
    return nil
  }

  /// The registers that the pipeline file names, as one.
  private func register() throws -> SaidRegister {
    let registers = pipeline?.file.published ?? []
    return try register(
      registers.enumerated().compactMap { number, register in
        try pipeline.map { (register.path, try $0.publishedBytes(register, number)) }
      })
  }

  private func register(_ files: [(path: String, bytes: [UInt8])]) throws -> SaidRegister {
    var register = SaidRegister(figures: [])
    for file in files {
      do {
        try register.add(Table(csv: file.bytes))
      } catch let error as TableError {
        throw PipelineError.malformed(file: file.path, reason: error.description)
      } catch let error as ClaimsError {
        throw PipelineError.malformed(file: file.path, reason: error.description)
      }
    }
    return register
  }

  /// What the published run counts.
  private func recorded(_ requests: [CountRequest]) throws -> [RecordedCount] {
    let path: String
    do {
      guard let pipeline else { throw PipelineError.noRelease }
      path = try pipeline.publishedTakedowns()
    } catch let error as PipelineError where error.isWithoutRecords {
      return requests.map { _ in .unknown(error.description) }
    }
    return try ClaimRecords.answers(to: requests, from: path)
  }
}

extension PipelineError {
  /// Whether there is nothing yet that could be counted.
  fileprivate var isWithoutRecords: Bool {
    switch self {
    case .noRelease, .missingStage: true
    default: false
    }
  }
}
