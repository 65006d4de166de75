/// Properties that must hold of any bytes; `check` traps where one does not.
///
/// A target is one file in `Targets`, a line in `all`, and by its name a dictionary and a folder of
/// seeds.
struct FuzzTarget: Sendable {
  /// As `run` and the dictionaries name it.
  let name: String
  let check: @Sendable (inout FuzzInput) -> Void

  /// In the order in which they are run, which `run` takes from this line.
  static let all: [FuzzTarget] = [.csv, .json, .xml, .pipeline, .accounts, .dates]
}

/// Ends the process, so that libFuzzer keeps the input, when a property does not hold.
func require(
  _ holds: Bool, _ message: @autoclosure () -> String, file: StaticString = #file,
  line: UInt = #line
) {
  if !holds { fatalError(message(), file: file, line: line) }
}
