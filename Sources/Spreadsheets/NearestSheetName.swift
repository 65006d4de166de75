/// Finds the name that somebody may have meant.
enum NearestSheetName {
  /// The name that differs least from `name`, letter case aside; nil where all differ by more than
  /// a third of its length.
  static func of(_ name: String, among names: [String]) -> String? {
    let wanted = Array(name.lowercased())
    let near = names.map { (name: $0, distance: distance(wanted, Array($0.lowercased()))) }
      .filter { $0.distance <= max(1, wanted.count / 3) }
    return near.min { $0.distance < $1.distance }?.name
  }

  /// How many characters must be added, removed or replaced.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in right.indices {
        let replaced = diagonal + (right[j] == character ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[right.count]
  }
}
