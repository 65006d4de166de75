import Comparison
import Digests
import Normalization
import Publication
import Tabular
import TakedownModel

// The headlines that are asked for, and the languages in which they are said.
extension Pipeline {
  /// A catalogue of messages with the file that it was read from.
  typealias Language = (catalogue: MessageCatalogue, file: WrittenFile)

  /// The languages beside English, in the order of the pipeline file.
  ///
  /// - Throws: `ConfigurationError` with all that is wrong in their files.
  func languages() throws(ConfigurationError) -> [Language] {
    let (languages, problems) = readLanguages()
    guard problems.isEmpty else { throw ConfigurationError(file: name, problems: problems) }
    return languages
  }

  func languageProblems() -> [ConfigurationProblem] { readLanguages().problems }

  private func readLanguages() -> (languages: [Language], problems: [ConfigurationProblem]) {
    var languages: [Language] = []
    var problems: [ConfigurationProblem] = []
    for (number, path) in file.languages.enumerated() {
      func note(_ message: String) -> ConfigurationProblem {
        ConfigurationProblem(path: "languages[\(number)]", message: message)
      }
      guard let bytes = try? Folders.read(resolve(path)) else {
        problems.append(
          note(
            "there is no catalogue of messages \(quoted(path)) that can be read; expected a path "
              + "relative to the pipeline file"))
        continue
      }
      do {
        let catalogue = try MessageCatalogue(JSONValue(parsing: bytes.span))
        problems += nameProblems(catalogue).map { note("\(path): \($0)") }
        if let other = languages.first(where: { $0.catalogue.isSameLanguage(as: catalogue) }) {
          problems.append(
            note(
              "\(path): language: \(quoted(catalogue.language)) is already that of "
                + "\(quoted(other.file.path)); give each its own"))
        }
        let file = WrittenFile(path: path, byteCount: bytes.count, sha256: Digest.sha256(bytes))
        languages.append((catalogue, file))
      } catch let error as MessageCatalogueError {
        problems += error.problems.map { problem in
          note("\(path): \(problem.path.isEmpty ? "" : problem.path + ": ")\(problem.message)")
        }
      } catch let error as JSONError {
        problems.append(note("\(path):\(error.line):\(error.column): \(error.reason)"))
      } catch {
        problems.append(note("\(path): \(error)"))
      }
    }
    return (languages, problems)
  }

  /// Names of a catalogue for what no register has.
  private func nameProblems(_ catalogue: MessageCatalogue) -> [String] {
    let registers = [
      ("agencies", catalogue.agencies, agencies.map(\.id)),
      ("platforms", catalogue.platforms, platforms.platforms.map(\.id)),
    ]
    return registers.flatMap { register, names, ids in
      names.keys.sorted().filter { !ids.contains($0) }.map { id in
        let near = nearest(id, in: ids).map { " (did you mean '\($0)'?)" } ?? ""
        return
          "names.\(register).\(id): no register has \(quoted(id))\(near); take it out, or add it "
          + "to registers.\(register)"
      }
    }
  }

  /// Headlines of what the comparison does not make.
  func headlineProblems() -> [ConfigurationProblem] {
    file.headlines.enumerated().flatMap { number, headline in
      let keyPath = "headlines[\(number)]"
      var problems: [ConfigurationProblem] = []
      if !file.reporting.periods.contains(headline.period) {
        let period = headline.period.rawValue
        problems.append(
          ConfigurationProblem(
            path: "\(keyPath).period",
            message: "'\(period)' is not among reporting.periods, so it is not counted; add "
              + "\"\(period)\" to reporting.periods"))
      }
      let measure = Comparison.Measure.all.first { $0.name == headline.measure.rawValue }
      if let measure, !measure.isCrossed,
        ![headline.agency, headline.platform].contains(HeadlineSettings.all)
      {
        problems.append(
          ConfigurationProblem(
            path: "\(keyPath).measure",
            message: "'\(measure.name)' is counted by agency and by platform, not by both at once; "
              + "leave out agency or platform, or take accounts, takedowns or removal-rate"))
      }
      let users = file.reporting.users.map(\.platform)
      if headline.measure == .accountsPerMillionUsers, !users.contains(headline.platform) {
        problems.append(
          ConfigurationProblem(
            path: "\(keyPath).platform",
            message:
              "found '\(headline.platform)', expected a platform whose users are known; name "
              + "one of reporting.users, or add it there"))
      }
      return problems
    }
  }
}

extension MessageCatalogue {
  /// Whether two catalogues have the same tag, which is written in any case.
  fileprivate func isSameLanguage(as other: MessageCatalogue) -> Bool {
    language.lowercased() == other.language.lowercased()
  }
}

extension HeadlineSettings {
  /// The same for the stage that words it; both go by the names in the tables.
  var request: HeadlineRequest {
    HeadlineRequest(
      id: id, measure: measure.rawValue, agency: agency, platform: platform,
      period: HeadlineRequest.Period(rawValue: period.rawValue) ?? .toDate,
      percentDecimals: percentDecimals)
  }
}
