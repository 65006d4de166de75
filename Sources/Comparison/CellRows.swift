import Bytes

/// Which row of a table of figures a cell has: first one a platform for all agencies, then one for
/// each agency and platform that occur together, then one an agency, and at last one for all.
struct CellRows {
  let agencyCount: Int
  let platformCount: Int
  /// By agency × platform; -1 where they have no record together.
  private var pairs: [Int32]
  private let pairEnd: Int

  init(_ tally: Tally) {
    agencyCount = tally.agencies.count
    platformCount = tally.platforms.count
    pairs = Array(repeating: -1, count: agencyCount * platformCount)
    var occurring = Set<Int>()
    let width = tally.platforms.count
    tally.records.forEach { place, _ in
      occurring.insert(place.agency * width + place.platform)
    }
    var row = width
    for combination in occurring.sorted() {
      pairs[combination] = Int32(truncatingIfNeeded: row)
      row += 1
    }
    pairEnd = row
  }

  /// How many rows there are without those of agencies and of all.
  var countOfParts: Int { pairEnd }

  var count: Int { pairEnd + agencyCount + 1 }

  /// The row of an agency and a platform that occur together.
  func row(agency: Int, platform: Int) -> Int {
    Int(pairs[agency * platformCount + platform])
  }

  /// Whether an agency and a platform have any record together.
  func occurs(agency: Int, platform: Int) -> Bool { row(agency: agency, platform: platform) >= 0 }

  /// The row of a cell, nil standing for all; -1 where there is none.
  func row(agency: Int?, platform: Int?) -> Int {
    switch (agency, platform) {
    case (let agency?, let platform?): row(agency: agency, platform: platform)
    case (nil, let platform?): platform
    case (let agency?, nil): pairEnd + agency
    case (nil, nil): pairEnd + agencyCount
    }
  }
}
