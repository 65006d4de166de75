import TestSupport

/// Numbers that look random and are the same for the same seed.
typealias RandomNumbers = SeededGenerator

extension SeededGenerator {
  init(seed: Int) {
    self.init(seed: UInt64(truncatingIfNeeded: seed))
  }
}
