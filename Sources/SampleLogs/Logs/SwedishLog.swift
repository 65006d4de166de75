import Bytes

/// `se-police`: CSV with semicolons and a byte order mark, ISO days, accounts only, one file a
/// quarter.
struct SwedishLog {
  func files(_ records: [SampleRecord], random: SplitMix64) -> [SampleFile] {
    var random = random
    return LogPart.parts(of: records, each: .quarter).map { part in
      var bytes: [UInt8] = [0xef, 0xbb, 0xbf]
      bytes.append("Ärendenr;Plattform;Konto;Åtgärd;Anmält;Åtgärdat;Annonstyp;Språk;Anteckning\n")
      for (index, record) in part.records.enumerated() {
        let reference = part.reference("A\(part.year)-\(part.number)-", index + 1)
        append(record, reference, to: &bytes, random: &random)
      }
      return SampleFile(
        path: "se-police/atgarder-\(part.year)-kv\(part.number).csv", bytes: bytes)
    }
  }

  private func append(
    _ record: SampleRecord, _ reference: String, to bytes: inout [UInt8],
    random: inout SplitMix64
  ) {
    let acted = random.chance(perMille: 8) ? "2024-02-31" : record.acted?.day.iso ?? ""
    var fields = [
      reference, record.platform, record.account,
      random.pick(Self.outcomes[record.action.rawValue]), record.referred.day.iso, acted,
      random.pick(Self.categories[record.category.rawValue]), record.language, record.note,
    ]
    if random.chance(perMille: 8) { fields.removeLast(6) }
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ";")) }
      bytes.append(csv: field, delimiter: UInt8(ascii: ";"))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static let outcomes = [
    ["borttaget", "borttaget", "avstängt", "Borttaget"], ["begränsat"], ["nekad", "nekat"],
    ["väntar"], ["anmält"], ["återställt"],
  ]
  private static let categories = [
    ["båt", "gummibåt"], ["lastbil"], ["flyg"], ["falska handlingar"], ["skenäktenskap"],
    ["övrigt", ""],
  ]
}
