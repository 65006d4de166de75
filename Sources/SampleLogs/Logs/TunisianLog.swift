import Bytes

/// `tn-mi`: XML without indentation, French names, values partly in Arabic, days as `dd/MM/yyyy`
/// with some Arabic-Indic digits, one file a quarter.
struct TunisianLog {
  func files(_ records: [SampleRecord], random: SplitMix64) -> [SampleFile] {
    var random = random
    return LogPart.parts(of: records, each: .quarter).map { part in
      var bytes: [UInt8] = []
      bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
      bytes.append("<journal émetteur=\"وزارة الداخلية\" trimestre=\"\(part.number)\">")
      for (index, record) in part.records.enumerated() {
        let reference = part.reference("TN/\(part.year)/\(part.number)/", index + 1)
        append(record, reference, to: &bytes, random: &random)
      }
      bytes.append("</journal>\n")
      return SampleFile(path: "tn-mi/journal-\(part.year)-t\(part.number).xml", bytes: bytes)
    }
  }

  private func append(
    _ record: SampleRecord, _ reference: String, to bytes: inout [UInt8],
    random: inout SplitMix64
  ) {
    var day = record.day.text(order: .dayFirst, separator: "/")
    if random.chance(perMille: 50) { day = Self.withArabicDigits(day) }
    if random.chance(perMille: 8) { day = "31/02/2024" }
    bytes.append("<signalement réf=\"\(reference)\">")
    bytes.append(element: "plateforme", record.platform)
    if record.account.isEmpty {
      bytes.append("<compte/>")
    } else {
      bytes.append(element: "compte", record.account)
    }
    bytes.append(element: "type", random.pick(Self.units[record.unit.rawValue]))
    bytes.append(element: "décision", random.pick(Self.outcomes[record.action.rawValue]))
    bytes.append(element: "date", day)
    bytes.append(element: "catégorie", random.pick(Self.categories[record.category.rawValue]))
    bytes.append(element: "langue", record.language)
    if !record.note.isEmpty { bytes.append(element: "remarque", record.note) }
    bytes.append("</signalement>")
  }

  private static func withArabicDigits(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      scalars.append(isDigit ? Unicode.Scalar(scalar.value + 0x630) ?? scalar : scalar)
    }
    return String(scalars)
  }

  private static let units = [
    ["compte", "compte", "حساب"], ["page", "صفحة"], ["groupe"], ["chaîne", "قناة"],
    ["publication"], ["annonce"],
  ]
  private static let outcomes = [
    ["supprimé", "supprimé", "fermé", "تم الحذف"], ["restreint"], ["refusé", "مرفوض"],
    ["en attente"], ["signalé"], ["rétabli"],
  ]
  private static let categories = [
    ["bateau", "قارب"], ["camion"], ["vol"], ["faux documents"], ["mariage blanc"], ["autre"],
  ]
}
