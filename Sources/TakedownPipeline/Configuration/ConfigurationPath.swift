/// The way from the top of a configuration to one of its values: `sources[2].fields.account`.
struct ConfigurationPath: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    case key(String)
    /// A position in a list, 0-based.
    case index(Int)
  }

  private(set) var steps: [Step]

  init(steps: [Step] = []) {
    self.steps = steps
  }

  /// The whole configuration.
  static let root = ConfigurationPath()

  /// The path of a member of the object here.
  func appending(_ key: String) -> ConfigurationPath {
    var longer = self
    longer.steps.append(.key(key))
    return longer
  }

  /// The path of an element of the list here.
  func appending(_ index: Int) -> ConfigurationPath {
    var longer = self
    longer.steps.append(.index(index))
    return longer
  }
}

extension ConfigurationPath: LosslessStringConvertible {
  /// The path as it is written on a command line and in messages.
  var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  /// Reads `key`, `key.key` and `key[0].key`; nil for anything else.
  init?(_ text: String) {
    steps = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let key = pieces.first, !key.isEmpty, !key.contains("]") else { return nil }
      steps.append(.key(String(key)))
      for piece in pieces.dropFirst() {
        let digits = piece.dropLast()
        guard piece.last == "]", let index = Int(digits), digits.allSatisfy(\.isASCIIDigit) else {
          return nil
        }
        steps.append(.index(index))
      }
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
