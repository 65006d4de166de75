/// The candidate that `word` most likely stands for; nil when none is near enough.
package func nearest(_ word: String, in candidates: [String]) -> String? {
  nearestNames(word, in: candidates, limit: 1).first
}

/// The candidates that `word` may stand for, at most `limit`, the nearest first, each once.
///
/// Near is an edit distance, letter case aside, of at most a third of the word's length, and at
/// least one edit. Of two equally near candidates the earlier one comes first.
package func nearestNames(_ word: String, in candidates: [String], limit: Int) -> [String] {
  let letters = Array(word.lowercased().unicodeScalars)
  let farthest = min(max(1, letters.count / 3), letters.count - 1)
  var found: [(distance: Int, place: Int, name: String)] = []
  for (place, candidate) in candidates.enumerated() {
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - letters.count) <= farthest else { continue }
    let distance = editDistance(letters, other)
    guard distance <= farthest, !found.contains(where: { $0.name == candidate }) else { continue }
    found.append((distance, place, candidate))
  }
  return found.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    .prefix(limit).map(\.name)
}

/// How many insertions, deletions, replacements and swaps of neighbours turn one into the other.
///
/// The optimal string alignment form of the Damerau–Levenshtein distance: no part is edited twice.
/// Time is the product of the lengths.
package func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for i in left.indices {
    var row = [i + 1]
    row.reserveCapacity(right.count + 1)
    for j in right.indices {
      var cost = min(last[j] + (left[i] == right[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    beforeLast = last
    last = row
  }
  return last[right.count]
}
