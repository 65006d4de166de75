import ReleaseModel
import Tabular
import TakedownModel

/// The release for search engines and portals: a Dataset of schema.org, as JSON-LD.
struct DatasetDescription {
  let release: ReleaseContents
  let files: [DownloadFile]
  let version: String

  /// JSON that can stand in a script element: nothing in it ends the element.
  var text: String {
    var result = ""
    for scalar in json.prettyText.unicodeScalars {
      switch scalar {
      case "<": result += "\\u003c"
      case ">": result += "\\u003e"
      case "&": result += "\\u0026"
      case "\u{2028}": result += "\\u2028"
      case "\u{2029}": result += "\\u2029"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private var json: JSONValue {
    let sentences = release.headlines.compactMap { $0.sentences.first?.text }
    let description = ([release.title + "."] + [release.notice].filter { !$0.isEmpty } + sentences)
      .joined(separator: " ")
    return .object([
      "@context": "https://schema.org/",
      "@type": "Dataset",
      "name": words(release.title),
      "description": words(description),
      "version": .string(version),
      "temporalCoverage": .string(coverage),
      "isAccessibleForFree": true,
      "measurementTechnique": "methodology.md",
      "contributor": .array(
        release.agencyNames.map { .object(["@type": "Organization", "name": words($0)]) }),
      "keywords": .array(release.platformNames.map(words)),
      "distribution": .array(
        files.map { file in
          .object([
            "@type": "DataDownload",
            "name": .string(file.path),
            "contentUrl": .string(file.path),
            "encodingFormat": .string(file.mediaType),
            "contentSize": .string(file.size),
          ])
        }),
    ])
  }

  private func words(_ text: String) -> JSONValue { .string(ShownText.safe(text)) }

  /// From the first day of any log to the last day counted.
  private var coverage: String {
    let days = release.table("coverage")?.cells(of: "first_day").filter { !$0.isEmpty } ?? []
    let end = release.asOf.description
    return days.min().map { "\($0)/\(end)" } ?? end
  }
}

extension ReleaseContents {
  func table(_ name: String) -> DataTable? { tables.first { $0.name == name } }

  /// The agencies whose logs are counted, in the order of the tables.
  var agencyNames: [String] { distinct(table("coverage")?.cells(of: "agency_name") ?? []) }

  /// The platforms that have figures, in the order of the tables.
  var platformNames: [String] {
    guard let table = table("accounts") else { return [] }
    let ids = table.cells(of: "platform")
    let names = table.cells(of: "platform_name")
    return distinct(zip(ids, names).filter { !["all", "unmapped"].contains($0.0) }.map(\.1))
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
