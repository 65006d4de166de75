import DisclosureControl
import TakedownModel

/// Figures as cells, one for each place, with what an outsider knows of how they hang together.
///
/// They are those of a release together with those of former releases that are still held for true.
/// What else a former release says is told by a value of its own, which collects sums and no cells.
struct FigureCells {
  private(set) var cells = DisclosureCells()
  private(set) var numbers: [FigurePlace: Int] = [:]
  /// The values of figures, where they are known here.
  private(set) var values: [FigurePlace: Int] = [:]
  private(set) var visibilities: [FigurePlace: DisclosureCells.Visibility] = [:]
  /// The kinds of period that have a window.
  private(set) var kinds: [FigurePlace.Window: Set<String>] = [:]
  /// What ties the cells of former releases: only places that these hide stand in it.
  private(set) var formerSums: Set<FormerSum> = []
  /// The release that is told of.
  let release: ReleaseFigures
  /// What a former release shows that has changed since; nil for the present release.
  private let changed: Set<FigurePlace>?

  /// A sum that a former release gives away: a place, where it is hidden, less those of its parts that
  /// are.
  struct FormerSum: Hashable {
    var total: FigurePlace?
    var parts: [FigurePlace]
    /// Running totals, by the first and the last day of groups of days: the sum is of both and `parts`.
    var days: [Int] = []
  }

  var isFormer: Bool { changed != nil }

  /// The figures of a release, and of former ones.
  init(_ release: ReleaseFigures, former: FormerFigures = FormerFigures()) {
    self.release = release
    changed = nil
    kinds = release.kinds
    for (place, figure) in release.figures {
      guard let value = figure.value else { continue }
      var visibility = former.visibility(of: place, now: value)
      if visibility == nil && release.isSaidToBeNone(place) { visibility = .known }
      note(place, value, visibility ?? place.visibility)
    }
    for place in former.places where numbers[place] == nil {
      guard let last = former.last(place) else { continue }
      note(place, last.value, last == .hidden ? .withheld : .known)
    }
    for release in former.releases {
      kinds.merge(release.kinds) { $0.union($1) }
    }
    relateAll()
    for number in former.releases.indices { relate(number, of: former) }
  }

  /// The sums of a former release, where some of its figures have changed and some are hidden.
  ///
  /// `figures` is what the release says, with what later ones showed of it; of the places `changed` it
  /// says something else than is said `now`.
  private init(
    _ release: ReleaseFigures, figures: [FigurePlace: ReleaseFigures.Figure],
    changed: Set<FigurePlace>, now: [FigurePlace: Int]
  ) {
    self.release = release
    self.changed = changed
    kinds = release.kinds
    for (place, figure) in figures {
      note(place, figure.value ?? now[place], figure == .hidden ? .withheld : .known)
    }
    relateAll()
  }

  private mutating func relateAll() {
    relateRefused()
    relatePlaces()
    relateMatched()
    relateMeasures()
    relateRows()
    relateTimes()
  }

  /// Notes a figure; the first of a place counts.
  mutating func note(
    _ place: FigurePlace, _ value: Int?, _ visibility: DisclosureCells.Visibility
  ) {
    guard visibilities[place] == nil else { return }
    visibilities[place] = visibility
    values[place] = value
    numbers[place] = cells.add(place.key, value: value ?? 0, visibility, weight: place.weight)
  }

  /// Adds a figure that is never shown.
  mutating func addUnpublished(_ key: String) -> Int {
    cells.add(key, value: 0, .unpublished)
  }

  /// States what an outsider knows of a total and its parts, as far as it holds; parts without a
  /// figure count as 0.
  ///
  /// Accounts of agencies or of months need not add up. Where they happen to, it is taken for known.
  /// Where a figure was hidden in a former release and is not known here, those of records are held to
  /// add up, and so are those of platforms.
  mutating func relate(_ total: FigurePlace, _ parts: [FigurePlace]) {
    let parts = parts.filter { numbers[$0] != nil }
    guard let number = numbers[total], !parts.isEmpty else { return }
    let partValues = parts.compactMap { values[$0] }
    guard let value = values[total], partValues.count == parts.count else {
      let addsUp = total.isOfRecords || parts.allSatisfy { $0.platform != total.platform }
      if addsUp { presume(total, parts) }
      return
    }
    let sum = partValues.reduce(0, +)
    if isFormer {
      if sum == value { presume(total, parts) }
    } else if sum == value {
      cells.relate(total: number, equals: parts.compactMap { numbers[$0] })
    } else if sum < value {
      cells.relate(total: number, includes: parts.compactMap { numbers[$0] })
    }
  }

  /// States a sum of cells by their numbers.
  mutating func relate(total: Int, equals parts: [Int]) {
    cells.relate(total: total, equals: parts)
  }

  /// States a sum of cells by their numbers that is only held to be one.
  mutating func presume(total: Int, lessParts parts: [Int]) {
    cells.presume(total: total, lessParts: parts)
  }

  /// Whether a former release shows a figure that has changed since.
  func hasChanged(_ place: FigurePlace) -> Bool { changed?.contains(place) ?? false }

  mutating func note(_ sum: FormerSum) { formerSums.insert(sum) }

  private mutating func presume(_ total: FigurePlace, _ parts: [FigurePlace]) {
    guard isFormer else {
      if let number = numbers[total] {
        cells.presume(total: number, lessParts: parts.compactMap { numbers[$0] })
      }
      return
    }
    // What has not changed stands among the sums of the present release.
    guard hasChanged(total) || parts.contains(where: hasChanged) else { return }
    let hidden = parts.filter { visibilities[$0] == .withheld }
    let hidesTotal = visibilities[total] == .withheld
    guard hidesTotal || !hidden.isEmpty else { return }
    note(FormerSum(total: hidesTotal ? total : nil, parts: hidden.sorted { $0.key < $1.key }))
  }

  /// Adds what a former release says of places that it hides, with figures that have changed since.
  private mutating func relate(_ number: Int, of former: FormerFigures) {
    let figures = former.figures(of: number)
    let changed = figures.filter { $0.value != .hidden && values[$0.key] != $0.value.value }
    guard !changed.isEmpty else { return }
    let own = FigureCells(
      former.releases[number], figures: figures, changed: Set(changed.keys), now: values)
    var totals: [String: Int] = [:]
    for sum in own.formerSums {
      let parts = sum.parts.compactMap { numbers[$0] }
      let days = sum.days.map { day in
        let of = sum.parts.first?.ofAnyDays.key ?? ""
        let key = "former running total\u{1f}\(number)\u{1f}\(of)\u{1f}\(day)"
        let total = totals[key] ?? addUnpublished(key)
        totals[key] = total
        return total
      }
      cells.presume(
        total: sum.total.flatMap { numbers[$0] } ?? days.last,
        lessParts: parts + days.dropLast())
    }
  }
}
