import Bytes

/// `us-hsi`: NDJSON with nested targets, timestamps with the offset of New York, one file a month.
struct AmericanLog {
  func files(_ records: [SampleRecord], random: SplitMix64) -> [SampleFile] {
    var random = random
    return LogPart.parts(of: records, each: .month).map { part in
      let month = part.number < 10 ? "0\(part.number)" : "\(part.number)"
      var bytes: [UInt8] = []
      for (index, record) in part.records.enumerated() {
        let start = bytes.count
        let reference = part.reference("HSI-\(part.year)\(month)-", index + 1)
        append(record, reference, to: &bytes, random: &random)
        // A writer that was stopped in the middle of a line.
        if random.chance(perMille: 5) { bytes.removeLast((bytes.count - start) / 3) }
        bytes.append(UInt8(ascii: "\n"))
      }
      return SampleFile(path: "us-hsi/\(part.year)-\(month).ndjson", bytes: bytes)
    }
  }

  private func append(
    _ record: SampleRecord, _ reference: String, to bytes: inout [UInt8],
    random: inout SplitMix64
  ) {
    bytes.append("{\"record_id\":")
    bytes.append(json: reference)
    bytes.append(",\"target\":{\"platform\":")
    bytes.append(json: record.platform)
    if let number = record.accountNumber, random.chance(perMille: 600) {
      bytes.append(",\"profile_url\":null,\"user_id\":")
      bytes.append(decimal: number)
    } else {
      bytes.append(",\"profile_url\":")
      bytes.append(json: record.account)
    }
    bytes.append("},\"entity_type\":")
    bytes.append(json: random.pick(Self.units[record.unit.rawValue]))
    bytes.append(",\"disposition\":")
    bytes.append(json: random.pick(Self.outcomes[record.action.rawValue]))
    bytes.append(",\"referred_at\":")
    append(record.referred, to: &bytes)
    bytes.append(",\"actioned_at\":")
    if let acted = record.acted { append(acted, to: &bytes) } else { bytes.append("null") }
    bytes.append(",\"ad_category\":")
    bytes.append(json: Self.categories[record.category.rawValue])
    if !record.language.isEmpty {
      bytes.append(",\"ad_language\":")
      bytes.append(json: record.language)
    }
    if !record.note.isEmpty {
      bytes.append(",\"comment\":")
      bytes.append(json: record.note)
    }
    bytes.append("}")
  }

  private func append(_ moment: SampleMoment, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(moment.day.iso)
    bytes.append(UInt8(ascii: "T"))
    bytes.append(decimal: moment.second / 3600, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: moment.second / 60 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(decimal: moment.second % 60, width: 2)
    bytes.append(isSummer(moment.day) ? "-04:00\"" : "-05:00\"")
  }

  /// From the second Sunday of March to the first of November (Energy Policy Act of 2005).
  private func isSummer(_ day: SampleDay) -> Bool {
    let year = day.components.year
    let march = SampleDay(year, 3, 8)
    let november = SampleDay(year, 11, 1)
    return march.adding((7 - march.weekday) % 7) <= day
      && day < november.adding((7 - november.weekday) % 7)
  }

  private static let units = [
    ["account", "user"], ["page"], ["group"], ["channel"], ["post"], ["ad"],
  ]
  private static let outcomes = [
    ["removed", "disabled", "terminated"], ["geo_restricted"], ["declined"], ["pending"],
    ["referred"], ["reinstated"],
  ]
  private static let categories = [
    "small_boat", "truck", "flight", "fraudulent_documents", "sham_marriage", "other",
  ]
}
