import Tabular

/// A problem while its place is still a path that can grow.
struct ConfigurationFault: Error, Hashable, Sendable {
  let path: ConfigurationPath
  let message: String

  /// The problem as it is reported.
  var problem: ConfigurationProblem {
    ConfigurationProblem(path: printable(path.description), message: message)
  }
}

/// A text from the configuration in quotes, cut where it is too long to read in a message.
func quoted(_ text: String) -> String {
  "'\(printable(text.count > 40 ? "\(text.prefix(39))…" : text))'"
}

/// The text with control characters spelled out, so that a message stays on its line.
private func printable(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { result, scalar in
    let isControl = scalar.properties.generalCategory == .control
    result += isControl ? scalar.escaped(asASCII: true) : String(scalar)
  }
}

extension JSONValue {
  /// What the value is, in the words of a message: `the text 'csv'`, `a list`.
  var summary: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let digits): "the number \(digits)"
    case .string(let text): "the text \(quoted(text))"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
