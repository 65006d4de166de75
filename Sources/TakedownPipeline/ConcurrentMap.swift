/// Works on items in parallel and hands on the results in the order of the items.
///
/// Items come from `next` and results go to `consume` one at a time, in the caller's task; only
/// `transform` runs in parallel. At most twice `jobs` items are in flight, which bounds the memory.
/// What comes out does not depend on `jobs`.
func concurrentMap<Item: Sendable, Output: Sendable>(
  jobs: Int, next: () throws -> Item?, transform: @escaping @Sendable (Item) throws -> Output,
  consume: (Output) throws -> Void
) async throws {
  guard jobs > 1 else {
    while let item = try next() { try consume(transform(item)) }
    return
  }
  try await withThrowingTaskGroup(of: (Int, Output).self) { group in
    var started = 0
    var consumed = 0
    var waiting: [Int: Output] = [:]
    var isAtEnd = false
    while true {
      while !isAtEnd, started - consumed < 2 * jobs {
        guard let item = try next() else {
          isAtEnd = true
          break
        }
        let number = started
        group.addTask { (number, try transform(item)) }
        started += 1
      }
      guard let (number, output) = try await group.next() else { return }
      waiting[number] = output
      while let output = waiting.removeValue(forKey: consumed) {
        try consume(output)
        consumed += 1
      }
    }
  }
}
