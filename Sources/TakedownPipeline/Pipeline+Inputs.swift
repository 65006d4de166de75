import Comparison
import Tabular
import TakedownModel

// What the pipeline asks of its inputs beside what each reader does.
extension Pipeline {
  /// The columns without which a record says nothing.
  private static let neededFields: [RecordField] = [
    .platform, .account, .action, .actionDate, .actionedAt,
  ]

  /// Refuses a source whose mapping leads nowhere: JSON and XML have no header that would tell.
  func checkFilled(
    _ source: SourceSettings, _ number: Int, _ filled: Set<RecordField>, records: Int
  ) throws {
    guard records > 0 else { return }
    for field in Self.neededFields {
      guard let places = source.fields[field], !filled.contains(field) else { continue }
      throw PipelineError.emptyField(
        keyPath: "sources[\(number)].fields.\(field.rawValue)", places: places, records: records)
    }
  }

  /// The bytes of a register of published figures.
  func publishedBytes(_ register: PublishedSettings, _ number: Int) throws -> [UInt8] {
    guard Folders.isRegularFile(resolve(register.path)) else {
      throw PipelineError.noFiles(keyPath: "published[\(number)].path", pattern: register.path)
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
