/// Matches texts with `*` for any run of characters and `?` for one.
enum WildcardText {
  /// Whether the whole text fits the pattern, letter case included.
  ///
  /// Takes time in the product of the lengths at most.
  static func matches(_ text: String, _ pattern: String) -> Bool {
    let text = Array(text.unicodeScalars)
    let pattern = Array(pattern.unicodeScalars)
    var place = 0
    var sign = 0
    var star: Int?
    var resume = 0
    while place < text.count {
      if sign < pattern.count, pattern[sign] == "*" {
        star = sign
        resume = place
        sign += 1
      } else if sign < pattern.count, pattern[sign] == "?" || pattern[sign] == text[place] {
        sign += 1
        place += 1
      } else if let star {
        resume += 1
        place = resume
        sign = star + 1
      } else {
        return false
      }
    }
    return pattern[sign...].allSatisfy { $0 == "*" }
  }
}
