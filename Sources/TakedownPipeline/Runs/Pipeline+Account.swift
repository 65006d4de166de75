import Tabular

extension Pipeline {
  /// What a run did, line by line: what became of it, when, why each stage ran, what came out of it,
  /// what it read, and what its guards found; `name` is nil for the last one.
  ///
  /// - Throws: `RunError` where there is none of the name, or its record is damaged.
  package func account(of name: String?) throws -> [String] {
    let (run, record) = try sealedRun(name)
    func text(_ value: JSONValue?) -> String { value?.string ?? "" }
    let latest = OutputFolder.published(in: resolve(file.outputs))
    var lines = [
      "run \(run.name): \(LastRunStatus(run, latest: latest).words)",
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
    for result in run.guards {
      lines.append("guard \(text(result["guard"])): \(text(result["state"]))")
    }
    return lines
  }
}
