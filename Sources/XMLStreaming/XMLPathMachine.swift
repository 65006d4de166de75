/// Follows many paths at once while elements open and close (Shift-And, one bit a step).
///
/// The bits of all paths stand one after another. A bit is active at an element when its step is to
/// be met by one of that element's children.
struct XMLPathMachine {
  /// Words of 64 bits that hold one set of steps.
  let width: Int
  /// For each bit that is the last of a path, the number of that path; -1 for others.
  let paths: [Int]
  private var last: [UInt64]
  private var descendant: [UInt64]
  /// For each symbol of a name, `width` words: the steps that the name meets.
  private var met: [UInt64]
  /// Open elements below the one the paths start from.
  private var depth = 0
  /// For each open element `width` words of the bits that are active at it, and `width` of those
  /// that ended there; what lies above `depth` is to be overwritten.
  private var levels: [UInt64]

  /// A machine that stands at the element the paths start from.
  init(_ steps: [[XMLPath.Step]], _ vocabulary: XMLVocabulary) {
    let bits = steps.reduce(0) { $0 + $1.count }
    width = (bits + 63) / 64
    let none: [UInt64] = Array(repeating: 0, count: width)
    var first = none
    last = none
    descendant = none
    var paths = Array(repeating: -1, count: bits)
    var names: [XMLPath.Name] = []
    for (path, steps) in steps.enumerated() {
      for (i, step) in steps.enumerated() {
        let bit = names.count
        let flag = (1 as UInt64) << UInt64(bit & 63)
        names.append(step.name)
        if i == 0 { first[bit / 64] |= flag }
        if i == steps.count - 1 {
          last[bit / 64] |= flag
          paths[bit] = path
        }
        if step.isDescendant { descendant[bit / 64] |= flag }
      }
    }
    self.paths = paths
    met = Array(repeating: 0, count: vocabulary.count * width)
    for (bit, name) in names.enumerated() {
      let flag = (1 as UInt64) << UInt64(bit & 63)
      for symbol in 0..<vocabulary.count where vocabulary.meets(symbol, name) {
        met[symbol * width + bit / 64] |= flag
      }
    }
    levels = first + none
  }

  /// A child element opens.
  ///
  /// - Parameter symbol: its name's number in the vocabulary that the machine was made with.
  /// - Returns: whether it is the end of a path.
  mutating func open(_ symbol: Int) -> Bool {
    let level = depth * 2 * width
    let next = level + 2 * width
    let row = symbol * width
    depth += 1
    if levels.count < next + 2 * width {
      levels.append(contentsOf: repeatElement(0, count: 2 * width))
    }
    var carry: UInt64 = 0
    var found: UInt64 = 0
    for word in 0..<width {
      let waiting = levels[level + word]
      let advanced = waiting & met[row + word]
      let ended = advanced & last[word]
      let moved = advanced & ~last[word]
      levels[next + word] = moved << 1 | carry | waiting & descendant[word]
      levels[next + width + word] = ended
      carry = moved >> 63
      found |= ended
    }
    return found != 0
  }

  /// The innermost open element closes.
  mutating func close() {
    depth -= 1
  }

  /// One word of the bits at which paths end at the innermost open element.
  func ends(_ word: Int) -> UInt64 {
    levels[(2 * depth + 1) * width + word]
  }
}
