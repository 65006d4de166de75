import Comparison
import Ingestion
import Normalization
import Publication
import Tabular
import TakedownModel

// What each stage must know, made from the pipeline file and the built-in registers.
extension Pipeline {
  /// Refuses what the file's schema cannot know to be wrong: names of zones, agencies and platforms,
  /// patterns of dates, paths of fields; all of it at once.
  func check() throws {
    var problems = unknownNames()
    for (number, source) in file.sources.enumerated() {
      let keyPath = "sources[\(number)]"
      for problem in SourceLayout(source).problems + source.shapeProblems {
        problems.append(
          ConfigurationProblem(path: "\(keyPath).\(problem.key)", message: problem.reason))
      }
      for pattern in source.dateFormats {
        do {
          _ = try DateFormat(pattern)
        } catch {
          problems.append(
            ConfigurationProblem(path: "\(keyPath).date_format", message: "\(error)"))
        }
      }
      let formats = source.dateFormats.compactMap { try? DateFormat($0) }
      if let clash = DateFormat.clash(
        formats, locale: source.locale, allowTwoDigitYears: source.allowsTwoDigitYears)
      {
        problems.append(
          ConfigurationProblem(path: "\(keyPath).date_format", message: "\(clash)"))
      }
      // Most sources take the zone of the reports, which is looked at below.
      if source.timeZone != file.reporting.timeZone {
        note("\(keyPath).time_zone", source.timeZone, &problems)
      }
    }
    problems += registerProblems() + headlineProblems() + languageProblems() + templateProblems()
    note("reporting.time_zone", file.reporting.timeZone, &problems)
    guard problems.isEmpty else { throw ConfigurationError(file: name, problems: problems) }
  }

  private func note(
    _ keyPath: String, _ zone: String, _ problems: inout [ConfigurationProblem]
  ) {
    do {
      _ = try ZoneTable(identifier: zone)
    } catch {
      problems.append(ConfigurationProblem(path: keyPath, message: "\(error)"))
    }
  }

  /// What is wrong with the registers, and with the words of sources.
  private func registerProblems() -> [ConfigurationProblem] {
    let platforms = file.registers.platforms.enumerated().flatMap { number, platform in
      platform.problems.map { ("registers.platforms[\(number)].\($0.key)", $0.reason) }
    }
    let words =
      file.registers.words.problems.map { ("registers.\($0.key)", $0.reason) }
      + file.sources.enumerated().flatMap { number, source in
        source.words.problems.map { ("sources[\(number)].words.\($0.key)", $0.reason) }
      }
    return (platforms + words).map { ConfigurationProblem(path: $0.0, message: $0.1) }
  }

  private func unknownNames() -> [ConfigurationProblem] {
    var used: [(path: String, register: String, id: String)] = []
    for (number, source) in file.sources.enumerated() {
      if let agency = source.agency {
        used.append(("sources[\(number)].agency", "agencies", agency))
      }
      for id in source.words.categories.keys.sorted() {
        used.append(("sources[\(number)].words.categories.\(id)", "categories", id))
      }
    }
    for (number, headline) in file.headlines.enumerated() {
      used.append(("headlines[\(number)].agency", "agencies", headline.agency))
      used.append(("headlines[\(number)].platform", "platforms", headline.platform))
    }
    for (number, event) in file.reporting.breaks.enumerated() {
      let keyPath = "reporting.breaks[\(number)]"
      if let id = event.agency { used.append((keyPath + ".agency", "agencies", id)) }
      if let id = event.platform { used.append((keyPath + ".platform", "platforms", id)) }
    }
    for (number, users) in file.reporting.users.enumerated() {
      used.append(("reporting.users[\(number)].platform", "platforms", users.platform))
    }
    let known = [
      "agencies": agencies.map(\.id),
      "platforms": platforms.platforms.map(\.id) + [Platform.unmapped],
      "categories": words.categories.allValues,
    ]
    return used.compactMap { name in
      let ids = known[name.register] ?? []
      guard name.id != HeadlineSettings.all, !ids.contains(name.id) else { return nil }
      let near = nearest(name.id, in: ids).map { " (did you mean '\($0)'?)" } ?? ""
      return ConfigurationProblem(
        path: name.path,
        message: "no register has '\(name.id)'\(near); add it to registers.\(name.register)")
    }
  }

  /// Built-in agencies and those of the pipeline file; what one of these leaves out is taken from
  /// the built-in one of its id.
  var agencies: [Agency] {
    let own = file.registers.agencies.map { agency in
      let known = Agency.builtIn.first { $0.id == agency.id }
      return Agency(
        id: agency.id, name: first(agency.name, known?.name, agency.id),
        country: first(agency.country, known?.country, ""),
        aliases: agency.aliases + (known?.aliases ?? []),
        nameInSentence: first(
          agency.nameInSentence, known?.nameInSentence, first(agency.name, known?.name, agency.id)))
    }
    return Agency.builtIn.filter { agency in !own.contains { $0.id == agency.id } } + own
  }

  /// Built-in platforms and those of the pipeline file, as with the agencies.
  var platforms: PlatformRegister {
    PlatformRegister(PlatformEntry.builtIn, extra: file.registers.platforms.map(\.entry))
  }

  private func first(_ own: String, _ known: String?, _ fallback: String) -> String {
    own.isEmpty ? known ?? fallback : own
  }

  /// The agencies by every spelling of them.
  var agencyRegister: SpellingRegister<Agency> {
    var register = SpellingRegister<Agency>()
    for agency in agencies {
      register.add(agency, spellings: [agency.id, agency.name] + agency.aliases)
    }
    return register
  }

  /// The words for actions, units and categories that hold in every source.
  var words: RegisteredWords {
    var words = RegisteredWords(
      actions: .builtIn, units: .builtIn, categories: .builtInCategories)
    for category in file.registers.categories {
      words.categories.add(category.id, spellings: [category.id] + category.aliases)
    }
    file.registers.words.add(to: &words)
    return words
  }

  /// The words that hold in a source; nil where they are those of every source.
  private func words(of source: SourceSettings) -> RegisteredWords? {
    guard !source.words.isEmpty else { return nil }
    var words = self.words
    source.words.add(to: &words)
    return words
  }

  func normalizeSettings() throws -> NormalizeSettings {
    let reporting = try ZoneTable(identifier: file.reporting.timeZone)
    let sources = try file.sources.map { source in
      let dates = DateReader(
        formats: try source.dateFormats.map { try DateFormat($0) },
        zone: try ZoneTable(identifier: source.timeZone), reportingZone: reporting,
        locale: source.locale, allowTwoDigitYears: source.allowsTwoDigitYears)
      return SourceRules(
        id: source.id, dates: dates, notBefore: source.notBefore,
        hasAccountIDs: source.fields[.accountID] != nil || source.constants[.accountID] != nil,
        words: self.words(of: source))
    }

    let words = self.words
    return NormalizeSettings(
      sources: sources, platforms: platforms, agencies: agencyRegister,
      actions: words.actions, units: words.units, categories: words.categories,
      asOf: file.reporting.asOf)
  }

  func comparisonSettings() -> ComparisonSettings {
    let reporting = file.reporting
    return ComparisonSettings(
      asOf: reporting.asOf, yearStart: reporting.yearStart, periods: reporting.periods,
      since: reporting.since, comparesUnlike: reporting.comparesUnlike,
      lateAfterDays: reporting.lateAfterDays, agencies: agencies, platforms: platforms.platforms,
      breaks: reporting.breaks, users: reporting.users)
  }

  func publicationSettings(
    coverage: Table, counts: Table, unprotected: Int, missing: [MissingSource] = []
  ) throws -> PublicationSettings {
    guard let asOf = file.reporting.asOf ?? latestDay(coverage) else {
      throw PipelineError.setting(
        keyPath: "reporting.as_of",
        reason: "no record has a date, so there is no period to publish; expected at least one")
    }
    var publishedSources: [String] = []
    if let origin = counts.index(of: "origin"), let source = counts.index(of: "source") {
      for row in counts.rows where row[origin] == "published" {
        if !publishedSources.contains(row[source]) { publishedSources.append(row[source]) }
      }
    }
    return PublicationSettings(
      title: file.title, notice: file.notice, reportingZone: file.reporting.timeZone,
      yearStart: file.reporting.yearStart, asOf: asOf, agencies: agencies,
      platforms: platforms.platforms,
      headlines: file.headlines.map(\.request),
      sources: file.sources.map {
        let id = $0.id
        let isMissing = missing.contains { $0.id == id }
        return SourceDescription(
          id: id, agency: $0.agency ?? "", format: $0.format.rawValue,
          note: isMissing ? "The log is missing, and its records are not in the release." : "")
      },
      publishedSources: publishedSources, breaks: file.reporting.breaks,
      suppressBelow: file.publish.suppressBelow, since: file.reporting.since,
      languages: try languages().map(\.catalogue), unprotectedCounts: unprotected, missing: missing)
  }

  /// The logs without which a release is made, by the files that were read.
  func missingSources(files: Table) -> [MissingSource] {
    guard let column = files.index(of: "source") else { return [] }
    let read = Set(files.rows.map { $0[column] })
    let logs = file.sources.filter { $0.kind == .records }
    return logs.filter { $0.allowsMissing && !read.contains($0.id) }.map { source in
      let isOnlyLog = !logs.contains { $0.agency == source.agency && read.contains($0.id) }
      return MissingSource(
        id: source.id, agency: source.agency ?? "", isOnlyLog: isOnlyLog)
    }
  }

  private func latestDay(_ coverage: Table) -> CalendarDate? {
    guard let column = coverage.index(of: "last_day") else { return nil }
    return coverage.rows.compactMap { CalendarDate($0[column]) }.max()
  }
}

extension SourceLayout {
  /// The layout that a source of the pipeline file declares.
  ///
  /// On the readable way the reader gives each row whole; `records` is the alternative of
  /// `recordPaths` to be tried.
  init(_ source: SourceSettings, records: String? = nil) {
    let path = records ?? source.recordPaths.first ?? ""
    let format: Format =
      switch source.format {
      case .csv: .csv(CSVDeclaration(source))
      case .json: .json(records: path.isEmpty ? nil : path)
      case .ndjson: .ndjson
      case .xml: .xml(record: path)
      case .xlsx: .xlsx(sheet: source.sheet, CSVDeclaration(sheetOf: source))
      }
    var constants = source.constants
    if let agency = source.agency, source.fields[.agency] == nil { constants[.agency] = agency }
    self.init(
      id: source.id, format: format,
      fields: source.isShaped ? ShapedIngest.carriers(source.shape, source.mapping) : source.fields,
      constants: source.isShaped ? [:] : constants, encoding: source.encoding,
      keepsPartial: source.keepsPartial,
      hasListRecords: ShapedIngest.hasListRecords(source.shape, source.mapping),
      hasSeveralTables: !source.shape.headerRows.isEmpty)
  }
}
