import Bytes

/// `vn-mps`: nested JSON with Vietnamese keys, days as `dd-MM-yyyy`, most with a time of day, one
/// file a quarter.
struct VietnameseLog {
  func files(_ records: [SampleRecord], random: SplitMix64) -> [SampleFile] {
    var random = random
    return LogPart.parts(of: records, each: .quarter).map { part in
      var bytes: [UInt8] = []
      bytes.append("{\n \"báo_cáo\": {\n  \"cơ_quan\": \"Bộ Công an\",\n")
      bytes.append("  \"kỳ\": \"Quý \(part.number)/\(part.year)\",\n  \"bản_ghi\": [")
      for (index, record) in part.records.enumerated() {
        bytes.append(index > 0 ? ",\n   " : "\n   ")
        let reference = part.reference("BCA-\(part.year)-\(part.number)-", index + 1)
        append(record, reference, to: &bytes, random: &random)
      }
      bytes.append("\n  ]\n }\n}\n")
      return SampleFile(path: "vn-mps/bao-cao-\(part.year)-quy-\(part.number).json", bytes: bytes)
    }
  }

  private func append(
    _ record: SampleRecord, _ reference: String, to bytes: inout [UInt8],
    random: inout SplitMix64
  ) {
    let hasTimes = random.chance(perMille: 700)
    bytes.append("{\"số\": ")
    bytes.append(json: reference)
    bytes.append(", \"nền_tảng\": ")
    bytes.append(json: record.platform)
    bytes.append(", \"tài_khoản\": {\"loại\": ")
    bytes.append(json: random.pick(Self.units[record.unit.rawValue]))
    bytes.append(", \"địa_chỉ\": ")
    if record.account.isEmpty {
      bytes.append("null")
    } else {
      bytes.append(json: record.account)
    }
    bytes.append("}, \"hành_động\": ")
    bytes.append(json: random.pick(Self.outcomes[record.action.rawValue]))
    bytes.append(", \"ngày_chuyển\": ")
    append(record.referred, hasTimes, to: &bytes)
    bytes.append(", \"ngày_xử_lý\": ")
    if random.chance(perMille: 8) {
      bytes.append("\"31-02-2024\"")
    } else if let acted = record.acted {
      append(acted, hasTimes, to: &bytes)
    } else {
      bytes.append("null")
    }
    bytes.append(", \"hình_thức\": ")
    bytes.append(json: Self.categories[record.category.rawValue])
    bytes.append(", \"ngôn_ngữ\": ")
    bytes.append(json: record.language)
    if !record.note.isEmpty {
      bytes.append(", \"ghi_chú\": ")
      bytes.append(json: record.note)
    }
    bytes.append("}")
  }

  private func append(_ moment: SampleMoment, _ hasTime: Bool, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    bytes.append(moment.day.text(order: .dayFirst, separator: "-"))
    if hasTime {
      bytes.append(UInt8(ascii: " "))
      bytes.append(decimal: moment.second / 3600, width: 2)
      bytes.append(UInt8(ascii: ":"))
      bytes.append(decimal: moment.second / 60 % 60, width: 2)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static let units = [
    ["tài khoản"], ["trang"], ["nhóm"], ["kênh"], ["bài đăng"], ["quảng cáo"],
  ]
  private static let outcomes = [
    // The last of the first is "đã gỡ" in decomposed letters, as some keyboards give it.
    ["đã gỡ", "đã gỡ", "đã khóa", "đ\u{61}\u{303} g\u{6f}\u{31b}\u{303}"], ["hạn chế"],
    ["từ chối"], ["đang chờ"], ["đã chuyển"], ["khôi phục"],
  ]
  private static let categories = [
    "thuyền nhỏ", "xe tải", "chuyến bay", "giấy tờ giả", "kết hôn giả", "khác",
  ]
}
