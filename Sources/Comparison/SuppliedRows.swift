import TakedownModel

/// The rows of supplied counts, which enter no sum: of each figure the newest edition.
struct SuppliedRows {
  let supplied: [SuppliedCount]

  /// What makes two counts the same figure, in the order of the rows.
  private struct Key: Hashable {
    let texts: [String]
    let start: CalendarDate
    let end: CalendarDate
  }

  /// A row a figure, sorted.
  var counts: [FigureRow] {
    var newest: [Key: SuppliedCount] = [:]
    for count in supplied {
      let key = Key(
        texts: [
          count.measure, count.counts, count.agency, count.platform, count.country, count.category,
        ], start: count.start, end: count.end)
      if let other = newest[key], !Self.isNewer(count, than: other) { continue }
      newest[key] = count
    }
    return newest.sorted { Self.precedes($0.key, $1.key) }.map { Self.row($0.value) }
  }

  /// Editions are told apart by their names: the later name in byte order is the newer one.
  private static func isNewer(_ count: SuppliedCount, than other: SuppliedCount) -> Bool {
    other.vintage.utf8.lexicographicallyPrecedes(count.vintage.utf8)
  }

  private static func precedes(_ left: Key, _ right: Key) -> Bool {
    for (one, other) in zip(left.texts, right.texts) where one != other {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return (left.start, left.end) < (right.start, right.end)
  }

  private static func row(_ count: SuppliedCount) -> FigureRow {
    FigureRow(
      key: FigureKey(
        origin: .counts, measure: count.measure, counts: count.counts, agency: count.agency,
        platform: count.platform.isEmpty ? FigureKey.all : count.platform,
        period: Period(.stated, "\(count.start)/\(count.end)", count.start, count.end)),
      value: count.value, status: .supplied, qualifier: PublishedFigure.exactly,
      source: count.source, country: count.country, category: count.category,
      vintage: count.vintage)
  }
}
