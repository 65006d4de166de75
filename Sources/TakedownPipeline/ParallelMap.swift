import Dispatch
import Synchronization

/// What `work` makes of each item, in the order of the items; all processors share the work.
///
/// For waiting on files outside a task; what is counted goes through `concurrentMap`.
func parallelMap<Item: Sendable, Output: Sendable>(
  _ items: [Item], _ work: @Sendable (Item) throws -> Output
) throws -> [Output] {
  let results = Mutex<[Result<Output, any Error>?]>(Array(repeating: nil, count: items.count))
  DispatchQueue.concurrentPerform(iterations: items.count) { number in
    let result = Result { try work(items[number]) }
    results.withLock { $0[number] = result }
  }
  return try results.withLock { try $0.compactMap { try $0?.get() } }
}
