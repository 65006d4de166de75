import Bytes

/// Which records came, went and changed between two runs.
///
/// Records are matched by what the log says, source by source, wherever they stand. Of those without a
/// match, a new one that stands where an old one stood, or else names the account that an old one of
/// the same source names, is that one restated. The other new ones are late, the other old ones
/// withdrawn.
package struct RowDifference: Sendable {
  /// Where a record stands: the number of its file in the scan, and its ordinal.
  package struct Place: Hashable, Comparable, Sendable {
    let file: Int32
    let position: Int

    package static func < (left: Place, right: Place) -> Bool {
      (left.file, left.position) < (right.file, right.position)
    }
  }

  /// How many records of a source.
  package struct Sums: Hashable, Sendable {
    package var late = 0
    package var restated = 0
    package var withdrawn = 0
  }

  /// Where the late records stand in the new run, in order.
  package private(set) var late: [Place] = []
  /// By the number of the source; as many as there are sources.
  package private(set) var sums: [Sums]

  package init(old: RowMarks, new: RowMarks, oldScan: RecordScan, newScan: RecordScan, sources: Int)
  {
    sums = Array(repeating: Sums(), count: sources)
    let oldOrder = Self.sorted(old.marks)
    let newOrder = Self.sorted(new.marks)
    var gone: [RowMarks.Mark] = []
    var added: [RowMarks.Mark] = []
    var (i, j) = (0, 0)
    while i < oldOrder.count || j < newOrder.count {
      if i == oldOrder.count {
        added.append(newOrder[j])
        j += 1
      } else if j == newOrder.count {
        gone.append(oldOrder[i])
        i += 1
      } else {
        switch Self.order(oldOrder[i], newOrder[j]) {
        case 0:
          i += 1
          j += 1
        case ..<0:
          gone.append(oldOrder[i])
          i += 1
        default:
          added.append(newOrder[j])
          j += 1
        }
      }
    }
    pair(gone, added, oldScan, newScan)
  }

  private struct Spot: Hashable {
    let path: String
    let source: Int32
    let position: Int
  }

  private struct Account: Hashable {
    let source: Int32
    let account: UInt64
  }

  /// Tells restated records from late and withdrawn ones.
  private mutating func pair(
    _ gone: [RowMarks.Mark], _ added: [RowMarks.Mark], _ oldScan: RecordScan,
    _ newScan: RecordScan
  ) {
    let gone = gone.sorted { Self.place($0) < Self.place($1) }
    let added = added.sorted { Self.place($0) < Self.place($1) }
    var isPaired = Array(repeating: false, count: added.count)
    var isRestated = Array(repeating: false, count: gone.count)
    var bySpot: [Spot: Int] = [:]
    for (number, mark) in added.enumerated() { bySpot[Self.spot(mark, newScan)] = number }
    for (number, mark) in gone.enumerated() {
      guard let other = bySpot[Self.spot(mark, oldScan)], !isPaired[other] else { continue }
      isPaired[other] = true
      isRestated[number] = true
    }
    var byAccount: [Account: [Int]] = [:]
    for (number, mark) in added.enumerated().reversed() where !isPaired[number] {
      guard mark.account != 0 else { continue }
      byAccount[Account(source: mark.source, account: mark.account), default: []].append(number)
    }
    for (number, mark) in gone.enumerated() where !isRestated[number] && mark.account != 0 {
      let account = Account(source: mark.source, account: mark.account)
      guard let other = byAccount[account]?.popLast() else { continue }
      isPaired[other] = true
      isRestated[number] = true
    }
    for (number, mark) in gone.enumerated() where mark.source >= 0 {
      if isRestated[number] {
        sums[Int(mark.source)].restated += 1
      } else {
        sums[Int(mark.source)].withdrawn += 1
      }
    }
    for (number, mark) in added.enumerated() where !isPaired[number] {
      late.append(Self.place(mark))
      if mark.source >= 0 { sums[Int(mark.source)].late += 1 }
    }
  }

  private static func spot(_ mark: RowMarks.Mark, _ scan: RecordScan) -> Spot {
    Spot(
      path: scan.files[Int(mark.file)].path, source: mark.source, position: mark.position)
  }

  private static func place(_ mark: RowMarks.Mark) -> Place {
    Place(file: mark.file, position: mark.position)
  }

  /// In the order of source and content; of equal ones the earlier first, so that the later are over.
  private static func sorted(_ marks: [RowMarks.Mark]) -> [RowMarks.Mark] {
    marks.sorted { left, right in
      let order = order(left, right)
      return order != 0 ? order < 0 : place(left) < place(right)
    }
  }

  private static func order(_ left: RowMarks.Mark, _ right: RowMarks.Mark) -> Int {
    if left.source != right.source { return left.source < right.source ? -1 : 1 }
    if left.content.high != right.content.high {
      return left.content.high < right.content.high ? -1 : 1
    }
    if left.content.low != right.content.low {
      return left.content.low < right.content.low ? -1 : 1
    }
    return 0
  }
}
