import DisclosureControl
import Tabular
import TakedownModel

/// The figures of the tables of a release as cells: one for each place, wherever it is shown.
struct FigureCells {
  private(set) var cells = DisclosureCells()
  private(set) var numbers: [FigurePlace: Int] = [:]
  private(set) var values: [FigurePlace: Int] = [:]
  /// The kinds of period that have a window.
  private(set) var kinds: [FigurePlace.Window: Set<String>] = [:]
  /// What is given for every period in which there are records, so that a period without a figure has
  /// none; with windows of no days.
  private(set) var isGivenThroughout: Set<FigurePlace> = []

  /// Notes a figure that is shown somewhere.
  mutating func note(_ place: FigurePlace, _ value: Int, kind: String) {
    kinds[place.window, default: []].insert(kind)
    guard numbers[place] == nil else { return }
    numbers[place] = cells.add(place.key, value: value)
    values[place] = value
  }

  /// Notes that a figure is given for every period in which there are records.
  mutating func noteGivenThroughout(_ place: FigurePlace) {
    isGivenThroughout.insert(place.ofAnyDays)
  }

  /// Adds a figure that is never shown.
  mutating func addUnpublished(_ key: String) -> Int {
    cells.add(key, value: 0, .unpublished)
  }

  /// States what an outsider knows of a total and its parts, as far as it holds; parts without a
  /// figure count as 0.
  ///
  /// Accounts of agencies or of months need not add up. Where they happen to, it is taken for known.
  mutating func relate(_ total: FigurePlace, _ parts: [FigurePlace]) {
    let parts = parts.filter { numbers[$0] != nil }
    guard let value = values[total], let number = numbers[total], !parts.isEmpty else { return }
    let sum = parts.reduce(0) { $0 + (values[$1] ?? 0) }
    let partNumbers = parts.compactMap { numbers[$0] }
    if sum == value {
      cells.relate(total: number, equals: partNumbers)
    } else if sum < value {
      cells.relate(total: number, includes: partNumbers)
    }
  }

  /// States a sum of cells by their numbers.
  mutating func relate(total: Int, equals parts: [Int]) {
    cells.relate(total: total, equals: parts)
  }
}
