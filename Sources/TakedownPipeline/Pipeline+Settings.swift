import Comparison
import Ingestion
import Normalization
import Publication
import Tabular
import TakedownModel

// What each stage must know, made from the pipeline file and the built-in registers.
extension Pipeline {
  /// Refuses names that the file's schema cannot know to be wrong.
  func check() throws {
    _ = try normalizeSettings()
    let known = agencies.map(\.id)
    for (number, source) in file.sources.enumerated() {
      guard let agency = source.agency, !known.contains(agency) else { continue }
      throw PipelineError.setting(
        keyPath: "sources[\(number)].agency",
        reason: unknown("agency", agency, known, register: "registers.agencies"))
    }
    for (number, headline) in file.headlines.enumerated() {
      if headline.agency != HeadlineSettings.all, !known.contains(headline.agency) {
        throw PipelineError.setting(
          keyPath: "headlines[\(number)].agency",
          reason: unknown("agency", headline.agency, known, register: "registers.agencies"))
      }
      let ids = platforms.platforms.map(\.id)
      if headline.platform != HeadlineSettings.all, !ids.contains(headline.platform) {
        throw PipelineError.setting(
          keyPath: "headlines[\(number)].platform",
          reason: unknown("platform", headline.platform, ids, register: "registers.platforms"))
      }
    }
  }

  private func unknown(
    _ what: String, _ id: String, _ known: [String], register: String
  ) -> String {
    let near = nearest(id, in: known).map { "; did you mean '\($0)'?" } ?? ""
    return "no \(what) '\(id)' in any register\(near); add it to \(register)"
  }

  /// Built-in agencies and those of the pipeline file; what one of these leaves out is taken from
  /// the built-in one of its id.
  var agencies: [Agency] {
    let own = file.registers.agencies.map { agency in
      let known = Agency.builtIn.first { $0.id == agency.id }
      return Agency(
        id: agency.id, name: first(agency.name, known?.name, agency.id),
        country: first(agency.country, known?.country, ""),
        aliases: agency.aliases + (known?.aliases ?? []))
    }
    return Agency.builtIn.filter { agency in !own.contains { $0.id == agency.id } } + own
  }

  /// Built-in platforms and those of the pipeline file, as with the agencies.
  var platforms: PlatformRegister {
    let own = file.registers.platforms.map { platform in
      let known = Platform.builtIn.first { $0.id == platform.id }
      return Platform(
        id: platform.id, name: first(platform.name, known?.name, platform.id),
        company: first(platform.company, known?.company, ""),
        aliases: platform.aliases + (known?.aliases ?? []),
        hosts: platform.hosts + (known?.hosts ?? []))
    }
    return PlatformRegister(Platform.builtIn, extra: own)
  }

  private func first(_ own: String, _ known: String?, _ fallback: String) -> String {
    own.isEmpty ? known ?? fallback : own
  }

  func normalizeSettings() throws -> NormalizeSettings {
    let reporting = try zone(file.reporting.timeZone, keyPath: "reporting.time_zone")
    var sources: [SourceRules] = []
    for (number, source) in file.sources.enumerated() {
      let keyPath = "sources[\(number)]"
      var formats: [DateFormat] = []
      for pattern in source.dateFormats {
        do {
          formats.append(try DateFormat(pattern))
        } catch {
          throw PipelineError.setting(
            keyPath: "\(keyPath).date_format", reason: String(describing: error))
        }
      }
      let dates = DateReader(
        formats: formats, zone: try zone(source.timeZone, keyPath: "\(keyPath).time_zone"),
        reportingZone: reporting, locale: source.locale,
        allowTwoDigitYears: source.allowsTwoDigitYears)
      sources.append(SourceRules(id: source.id, dates: dates, notBefore: source.notBefore))
    }

    var agencyRegister = SpellingRegister<Agency>()
    for agency in agencies {
      agencyRegister.add(agency, spellings: [agency.id, agency.name] + agency.aliases)
    }
    var actions = SpellingRegister<Action>.builtIn
    for action in Action.allCases {
      actions.add(action, spellings: file.registers.actions[action] ?? [])
    }
    var units = SpellingRegister<UnitOfCount>.builtIn
    for unit in UnitOfCount.allCases {
      units.add(unit, spellings: file.registers.counts[unit] ?? [])
    }
    var categories = SpellingRegister<String>.builtInCategories
    for category in file.registers.categories {
      categories.add(category.id, spellings: [category.id] + category.aliases)
    }
    return NormalizeSettings(
      sources: sources, platforms: platforms, agencies: agencyRegister, actions: actions,
      units: units, categories: categories, asOf: file.reporting.asOf)
  }

  private func zone(_ identifier: String, keyPath: String) throws -> ZoneTable {
    do {
      return try ZoneTable(identifier: identifier)
    } catch {
      throw PipelineError.setting(keyPath: keyPath, reason: String(describing: error))
    }
  }

  func comparisonSettings() -> ComparisonSettings {
    ComparisonSettings(
      asOf: file.reporting.asOf,
      yearStart: file.reporting.yearStart)
  }

  func publicationSettings(coverage: Table, counts: Table) throws -> PublicationSettings {
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
      headlines: file.headlines.map {
        HeadlineRequest(
          id: $0.id, measure: $0.measure.rawValue, agency: $0.agency, platform: $0.platform,
          period: $0.period == .year ? .year : .toDate)
      },
      sources: file.sources.map {
        SourceDescription(id: $0.id, agency: $0.agency ?? "", format: $0.format.rawValue)
      },
      publishedSources: publishedSources)
  }

  private func latestDay(_ coverage: Table) -> CalendarDate? {
    guard let column = coverage.index(of: "last_day") else { return nil }
    return coverage.rows.compactMap { CalendarDate($0[column]) }.max()
  }
}

extension SourceLayout {
  /// The layout that a source of the pipeline file declares.
  init(_ source: SourceSettings) {
    let format: Format =
      switch source.format {
      case .csv: .csv(CSVDialect(delimiter: source.delimiter))
      case .json: .json(records: source.records)
      case .ndjson: .ndjson
      case .xml: .xml(record: source.records ?? "")
      }
    var constants = source.constants
    if let agency = source.agency, source.fields[.agency] == nil { constants[.agency] = agency }
    self.init(
      id: source.id, format: format, fields: source.fields, constants: constants,
      keepsPartial: source.keepsPartial)
  }
}
