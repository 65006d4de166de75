import Comparison
import Tabular
import TakedownModel

// What the pipeline asks of its inputs beside what each reader does.
extension Pipeline {
  /// The columns without which a record says nothing.
  private static let neededFields: [RecordField] = [
    .platform, .account, .action, .actionDate, .actionedAt,
  ]

  /// Refuses a source whose mapping leads nowhere, or of which nothing is left.
  ///
  /// JSON and XML have no header that would tell. A derived column may well be empty in a whole
  /// source.
  func check(_ sums: FileSums, of source: SourceSettings, _ number: Int) throws {
    let keyPath = "sources[\(number)]"
    if sums.leftOutCount > 0, sums.leftOutCount == sums.rows, source.isShaped {
      throw PipelineError.nothingLeft(keyPath: keyPath, reasons: sums.leftOut)
    }
    func refuse(_ field: String, _ places: [String]?, isFilled: Bool, records: Int) throws {
      guard records > 0, let places, !isFilled, !places.contains(where: { $0.hasPrefix("{") })
      else { return }
      throw PipelineError.emptyField(
        keyPath: "\(keyPath).fields.\(field)", places: places, records: records)
    }
    for field in Self.neededFields {
      try refuse(
        field.rawValue, source.fields[field], isFilled: sums.filled.contains(field),
        records: sums.records)
    }
    for field in CountField.allCases {
      try refuse(
        field.rawValue, source.countFields[field], isFilled: sums.filledCounts.contains(field),
        records: sums.counts)
    }
  }

  /// Refuses a file of which every row is a reject.
  func refuseUseless(_ path: String, _ sums: FileSums) throws {
    guard sums.rejects == 0 || sums.rejects < sums.rows else {
      throw PipelineError.uselessFile(file: path, rows: sums.rows, reason: sums.firstReject)
    }
  }

  /// Refuses a file that holds the same bytes as one before it in the same source.
  func refuseRepetition(
    _ files: [(file: WrittenFile, sums: FileSums)], of source: SourceSettings
  ) throws {
    guard let last = files.last, last.sums.rows > 0,
      let same = files.dropLast().first(where: { $0.file.sha256 == last.file.sha256 })
    else { return }
    throw PipelineError.sameFile(
      source: source.id, first: same.file.path, second: last.file.path)
  }

  /// The bytes of a register of published figures.
  func publishedBytes(_ register: PublishedSettings, _ number: Int) throws -> [UInt8] {
    guard Folders.isRegularFile(resolve(register.path)) else {
      throw PipelineError.noRegister(keyPath: "published[\(number)].path", path: register.path)
    }
    return try Folders.read(resolve(register.path))
  }

  /// A register of published figures, read and checked.
  func publishedFigures(_ bytes: [UInt8], path: String) throws -> Table {
    do {
      let table = try Table(csv: bytes)
      guard table.columns == StageColumns.published else {
        throw PipelineError.malformed(
          file: path,
          reason: """
            line 1: the columns are \(table.columns.joined(separator: ",")); expected \
            \(StageColumns.published.joined(separator: ","))
            """)
      }
      try Compare.validate(published: table)
      return table
    } catch let error as TableError {
      throw PipelineError.malformed(file: path, reason: error.description)
    } catch let error as ComparisonError {
      throw PipelineError.malformed(file: path, reason: error.description)
    }
  }
}
