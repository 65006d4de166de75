import Tabular

extension Pipeline {
  /// What a run did, line by line: when, why each stage ran, what came out of it, what it read;
  /// `name` is nil for the last one.
  ///
  /// - Throws: `RunError` where there is none of the name, or its record is damaged.
  package func account(of name: String?) throws -> [String] {
    let record = try record(of: name)
    func text(_ value: JSONValue?) -> String { value?.string ?? "" }
    var lines = [
      "started \(text(record["started"])), ended \(text(record["ended"])), on \(text(record["host"]))",
      "program \(text(record["program"]?["name"])) \(text(record["program"]?["version"]))",
    ]
    for stage in StageName.allCases {
      guard let section = record["stages"]?[stage.rawValue] else { continue }
      let reasons = (section["reasons"]?.elements ?? []).map { reason in
        text(reason["reason"]) + (reason["detail"]?.string.map { ": \($0)" } ?? "")
      }
      let word = section["ran"]?.bool == true ? "ran" : "taken over"
      lines.append("\(stage.rawValue): \(word) (\(reasons.joined(separator: ", ")))")
      if case .object(let counts)? = section["counts"] {
        let numbers = counts.compactMap { count in
          count.value.integer.map { "\(count.key) \($0)" }
        }
        if !numbers.isEmpty { lines.append("  " + numbers.joined(separator: ", ")) }
      }
      let inputs = section["inputs"]?.elements ?? []
      if !inputs.isEmpty { lines.append("  read \(inputs.count) files") }
      let outputs = section["outputs"]?.elements ?? []
      let bytes = outputs.reduce(0) { $0 + ($1["bytes"]?.integer ?? 0) }
      lines.append("  wrote \(outputs.count) files, \(bytes) bytes")
    }
    return lines
  }
}
