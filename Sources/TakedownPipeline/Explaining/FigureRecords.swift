import Bytes
import Tabular
import TakedownModel

/// The records behind a counted figure, told apart by what became of them.
struct FigureRecords {
  /// What a figure counts; the words of a measure are those of `counts.csv`.
  struct Selection {
    let measure: FigureMeasure
    /// Canonical ids; nil for all.
    let agency: String?
    let platform: String?
    /// First and last day, `yyyy-MM-dd`.
    let days: ClosedRange<String>
  }

  /// The records of one file that the figure counts.
  struct FileSum {
    /// `source,file` as it stands in CSV.
    let origin: String
    var records = 0
    var first = Int.max
    var last = 0
  }

  /// Records that the figure counts.
  private(set) var counted = 0
  /// Records of these days, agencies and platforms that it does not, by the reason in words.
  private(set) var others: [String: Int] = [:]
  /// Distinct accounts of the records that are counted.
  var accounts: Int { keys.count }
  /// In the order of the stage.
  private(set) var files: [FileSum] = []
  /// `source,file,position` of each record that is counted; empty unless they are kept.
  private(set) var places: [UInt8] = []

  private var keys: Set<KeyHash> = []
  private var numbers: [String: Int] = [:]
  private let hasher = KeyHasher()
  private let selection: Selection
  private let keepsPlaces: Bool

  /// Reads all records of a run: `takedowns.csv`, or `duplicates.csv`, which has the same columns and
  /// more.
  ///
  /// - Throws: `PipelineError` where the file is not as the stage writes it; `FileError`.
  init(
    _ path: String, columns: [String], _ selection: Selection, keepsPlaces: Bool = false
  ) throws {
    self.selection = selection
    self.keepsPlaces = keepsPlaces
    var file = try StageFile(path, columns: columns)
    try file.forEachRow { fields, text in
      add(fields, of: text)
      return true
    }
  }

  private mutating func add(_ fields: Span<CSVField>, of text: Span<UInt8>) {
    func cell(_ column: TakedownColumn) -> String {
      text.extracting(fields[column.rawValue].range).text
    }
    guard selection.days.contains(cell(.actionDate)),
      selection.agency.map({ $0 == cell(.agency) }) ?? true,
      selection.platform.map({ $0 == cell(.platform) }) ?? true
    else { return }
    let action = cell(.action)
    guard selection.measure.actions.contains(action) else {
      others["action \(action)", default: 0] += 1
      return
    }
    if let units = selection.measure.accountUnits {
      let unit = UnitOfCount(rawValue: cell(.counts))
      guard unit.map(units.contains) == true else {
        others["unit \(cell(.counts))", default: 0] += 1
        return
      }
      guard !fields[TakedownColumn.account.rawValue].isEmpty else {
        others["without an account", default: 0] += 1
        return
      }
      let key = text.extracting(
        fields[TakedownColumn.platform.rawValue].start..<fields[TakedownColumn.account.rawValue].end
      )
      keys.insert(hasher.hash(key))
    }
    counted += 1
    let origin = text.extracting(
      chunkStart(of: fields)..<fields[TakedownColumn.position.rawValue].start - 1
    ).text
    let number = numbers[origin] ?? files.count
    if number == files.count {
      numbers[origin] = number
      files.append(FileSum(origin: origin))
    }
    let position = Int(cell(.position)) ?? 0
    files[number].records += 1
    files[number].first = min(files[number].first, position)
    files[number].last = max(files[number].last, position)
    if keepsPlaces {
      places.append(origin)
      places.append(",\(position)\n")
    }
  }

  /// Where the row begins: before the quote of its first cell, if that has one.
  private func chunkStart(of fields: Span<CSVField>) -> Int {
    fields[0].start - (fields[0].form == .bare ? 0 : 1)
  }
}

extension CSVField {
  fileprivate var range: Range<Int> { start..<end }
}
