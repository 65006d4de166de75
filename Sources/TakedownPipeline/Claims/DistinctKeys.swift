import Bytes

/// How many distinct accounts there are among those that are added, each as the hash of its key.
struct DistinctKeys {
  private var keys: [KeyHash] = []
  /// How many keys may be held before those that occur again are dropped.
  private var limit = 1 << 16

  mutating func add(_ key: KeyHash) {
    keys.append(key)
    if keys.count >= limit {
      compact()
      limit = max(1 << 16, keys.count * 2)
    }
  }

  /// The number of distinct ones.
  var count: Int {
    mutating get {
      compact()
      return keys.count
    }
  }

  private mutating func compact() {
    keys.sort { ($0.high, $0.low) < ($1.high, $1.low) }
    var kept = 0
    for place in keys.indices where kept == 0 || keys[place] != keys[kept - 1] {
      keys[kept] = keys[place]
      kept += 1
    }
    keys.removeLast(keys.count - kept)
  }
}
