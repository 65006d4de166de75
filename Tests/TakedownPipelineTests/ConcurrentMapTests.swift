import Foundation
import Testing

@testable import TakedownPipeline

struct ConcurrentMapTests {
  private struct Stop: Error {}

  @Test(arguments: [1, 2, 8])
  func `results come in the order of the items`(jobs: Int) async throws {
    var next = 0
    var results: [Int] = []
    try await concurrentMap(
      jobs: jobs,
      next: { () -> Int? in
        next += 1
        return next <= 200 ? next : nil
      },
      transform: { item -> Int in
        // The later items of a group are done first.
        Thread.sleep(forTimeInterval: Double(7 - item % 7) / 10_000)
        return item * item
      },
      consume: { results.append($0) })
    #expect(results == (1...200).map { $0 * $0 })
  }

  @Test(arguments: [1, 3])
  func `an error ends the work`(jobs: Int) async {
    var next = 0
    await #expect(throws: Stop.self) {
      try await concurrentMap(
        jobs: jobs,
        next: { () -> Int? in
          next += 1
          return next
        },
        transform: { item -> Int in
          if item == 50 { throw Stop() }
          return item
        },
        consume: { _ in })
    }
    #expect(next < 70)
  }
}
