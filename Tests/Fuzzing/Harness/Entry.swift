import Foundation

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
package func testOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = FuzzInput(unsafe [UInt8](UnsafeBufferPointer(start: data, count: count)))
  chosenTarget.check(&input)
  return 0
}

/// The target that the environment names: one executable holds them all.
private let chosenTarget: FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["TAKEDOWNS_FUZZ_TARGET"] ?? ""
  if let target = FuzzTarget.all.first(where: { $0.name == name }) { return target }
  fatalError("TAKEDOWNS_FUZZ_TARGET is '\(name)', not one of \(FuzzTarget.all.map(\.name))")
}()
