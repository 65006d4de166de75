import Bytes

/// `al-asp`: indented XML with attributes and CDATA, days as `dd.MM.yyyy`, one file a quarter.
struct AlbanianLog {
  func files(_ records: [SampleRecord], random: SplitMix64) -> [SampleFile] {
    var random = random
    return LogPart.parts(of: records, each: .quarter).map { part in
      var bytes: [UInt8] = []
      bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
      bytes.append("<!-- Të dhëna të sajuara -->\n")
      bytes.append("<regjistri institucioni=\"Policia e Shtetit\" viti=\"\(part.year)\">\n")
      for (index, record) in part.records.enumerated() {
        let reference = part.reference("ASP-\(part.year)-\(part.number)-", index + 1)
        append(record, reference, to: &bytes, random: &random)
      }
      bytes.append("</regjistri>\n")
      return SampleFile(
        path: "al-asp/regjistri-\(part.year)-tremujori-\(part.number).xml", bytes: bytes)
    }
  }

  private func append(
    _ record: SampleRecord, _ reference: String, to bytes: inout [UInt8],
    random: inout SplitMix64
  ) {
    let day = record.day.text(order: .dayFirst, separator: ".")
    bytes.append("  <heqje nr=\"\(reference)\" lloji=\"")
    bytes.append(xml: random.pick(Self.units[record.unit.rawValue]).utf8)
    bytes.append("\" gjuha=\"\(record.language)\">\n    ")
    bytes.append(element: "platforma", record.platform)
    bytes.append("\n    ")
    if record.account.utf8.contains(UInt8(ascii: "&")), random.chance(perMille: 500) {
      bytes.append("<llogaria><![CDATA[\(record.account)]]></llogaria>")
    } else {
      bytes.append(element: "llogaria", record.account)
    }
    bytes.append("\n    ")
    bytes.append(element: "veprimi", random.pick(Self.outcomes[record.action.rawValue]))
    bytes.append("\n    ")
    bytes.append(element: "data", random.chance(perMille: 8) ? "31.02.2024" : day)
    bytes.append("\n    ")
    bytes.append(element: "kategoria", random.pick(Self.categories[record.category.rawValue]))
    if !record.note.isEmpty {
      bytes.append("\n    ")
      bytes.append(element: "shënime", record.note)
    }
    bytes.append("\n  </heqje>\n")
  }

  private static let units = [
    ["llogari", "profil"], ["faqe"], ["grup"], ["kanal"], ["postim"], ["reklamë"],
  ]
  private static let outcomes = [
    ["hequr", "hequr", "mbyllur", "pezulluar"], ["kufizuar"], ["refuzuar"], ["në pritje"],
    ["dërguar"], ["rikthyer"],
  ]
  private static let categories = [
    ["gomone", "varkë"], ["kamion"], ["fluturim"], ["dokumente të falsifikuara"],
    ["martesë fiktive"], ["tjetër"],
  ]
}
