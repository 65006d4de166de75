import Bytes

/// Accounts by the hashes of their keys, numbered from 0 in the order in which they are first seen.
struct AccountNumbers {
  private var numbers: [KeyHash: Int] = [:]

  /// The number of an account, which is given one where it has none.
  mutating func number(of key: KeyHash) -> Int {
    let next = numbers.count
    let number = numbers[key, default: next]
    if number == next { numbers[key] = next }
    return number
  }
}
