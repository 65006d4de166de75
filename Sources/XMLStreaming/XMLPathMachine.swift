/// Follows many paths at once while elements open and close (Shift-And, one bit a step).
///
/// The bits of all paths stand one after another. A bit is active at an element when its step is to
/// be met by one of that element's children.
struct XMLPathMachine {
  /// Words of 64 bits that hold one set of steps.
  let width: Int
  /// For each bit that is the last of a path, the number of that path; -1 for others.
  let paths: [Int]
  private var first: [UInt64]
  private var last: [UInt64]
  private var descendant: [UInt64]
  /// For each symbol of a name, `width` words: the steps that the name meets.
  private var met: [UInt64]
  /// Open elements below the one the paths start from.
  private var depth = 0
  /// `width` words for each open element; what lies above `depth` is to be overwritten.
  private var active: [UInt64] = []
  private var completed: [UInt64] = []

  /// A machine that stands at the element the paths start from.
  init(_ steps: [[XMLPath.Step]], names: inout XMLNameTable) {
    let bits = steps.reduce(0) { $0 + $1.count }
    width = (bits + 63) / 64
    first = Array(repeating: 0, count: width)
    last = first
    descendant = first
    var paths = Array(repeating: -1, count: bits)
    var symbols: [Int] = []
    for (path, steps) in steps.enumerated() {
      for (i, step) in steps.enumerated() {
        let bit = symbols.count
        let flag = (1 as UInt64) << UInt64(bit & 63)
        symbols.append(step.name.map { names.insert($0) } ?? -1)
        if i == 0 { first[bit / 64] |= flag }
        if i == steps.count - 1 {
          last[bit / 64] |= flag
          paths[bit] = path
        }
        if step.isDescendant { descendant[bit / 64] |= flag }
      }
    }
    self.paths = paths
    met = Array(repeating: 0, count: names.count * width)
    for (bit, symbol) in symbols.enumerated() {
      let flag = (1 as UInt64) << UInt64(bit & 63)
      for name in 0..<names.count where symbol < 0 || symbol == name {
        met[name * width + bit / 64] |= flag
      }
    }
    active = first
    completed = Array(repeating: 0, count: width)
  }

  /// A child element opens.
  ///
  /// - Parameter symbol: its name's number; numbers newer than the machine are met by `*` alone.
  /// - Returns: whether it is the end of a path.
  mutating func open(_ symbol: Int) -> Bool {
    let level = depth * width
    let row = (symbol + 1) * width <= met.count ? symbol * width : 0
    depth += 1
    if active.count < level + 2 * width {
      active.append(contentsOf: repeatElement(0, count: width))
      completed.append(contentsOf: repeatElement(0, count: width))
    }
    var carry: UInt64 = 0
    var found: UInt64 = 0
    for word in 0..<width {
      let waiting = active[level + word]
      let advanced = waiting & met[row + word]
      let ended = advanced & last[word]
      let moved = advanced & ~last[word]
      active[level + width + word] = moved << 1 | carry | waiting & descendant[word]
      completed[level + width + word] = ended
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
    completed[depth * width + word]
  }
}
