import Bytes

/// `uk-nca`: CSV with commas and CR LF, days as `dd/MM/yyyy`, one file a quarter.
struct BritishLog {
  func files(_ records: [SampleRecord], random: SplitMix64) -> [SampleFile] {
    var random = random
    return LogPart.parts(of: records, each: .quarter).map { part in
      var bytes: [UInt8] = []
      bytes.append(
        "Ref,Platform,Account,Type,Outcome,Date referred,Date of outcome,Advert type,Notes\r\n")
      for (index, record) in part.records.enumerated() {
        let reference = part.reference("NCA-\(part.year)Q\(part.number)-", index + 1)
        append(record, reference, to: &bytes, random: &random)
      }
      return SampleFile(
        path: "uk-nca/takedowns-\(part.year)-q\(part.number).csv", bytes: bytes)
    }
  }

  private func append(
    _ record: SampleRecord, _ reference: String, to bytes: inout [UInt8],
    random: inout SplitMix64
  ) {
    var outcome = record.acted?.day.text(order: .dayFirst, separator: "/") ?? ""
    if case .date(let text) = record.flaw { outcome = text }
    var fields = [
      reference, record.platform, record.account, random.pick(Self.units[record.unit.rawValue]),
      random.pick(Self.outcomes[record.action.rawValue]),
      record.referred.day.text(order: .dayFirst, separator: "/"), outcome,
      random.pick(Self.categories[record.category.rawValue]), record.note,
    ]
    switch record.flaw {
    case .tooShort: fields.removeLast(5)
    case .tooLong: fields.append("see previous row")
    default: break
    }
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(csv: field, delimiter: UInt8(ascii: ","))
    }
    bytes.append("\r\n")
  }

  private static let units = [
    ["Account", "Account", "Account", "Profile"], ["Page"], ["Group"], ["Channel"],
    ["Post", "Post", "Video"], ["Advert", "Paid advert"],
  ]
  private static let outcomes = [
    ["Removed", "Removed", "Taken down", "Account suspended", "Closed", "removed"],
    ["Restricted in UK"], ["Refused", "No violation found", "Declined"],
    ["Pending", "Awaiting response"], ["Referred"], ["Reinstated", "Restored on appeal"],
  ]
  private static let categories = [
    ["Small boat", "Small boat crossing", "small boats"], ["Lorry", "HGV"], ["Flight"],
    ["False documents", "Documents"], ["Sham marriage"], ["Other", ""],
  ]
}
