/// A line of words, some of them strong, code or a link.
///
/// In a literal, `**`, `` ` `` and `*` set strong words, code and emphasis off; what is interpolated is text from
/// elsewhere and is taken for nothing but text:
///
///     let verdict: RichText = "Verdict: **\(check.verdict)**."
package struct RichText: Hashable, Sendable {
  /// A stretch of one kind.
  package struct Run: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// The program's own words, none of which could be taken for markup.
      case words
      /// What others have written, such as a name: any characters.
      case text
      case code
      /// The name of something, such as a section.
      case emphasis
      /// An address; the same as text where it is not plainly one of the web.
      case link
    }

    package let kind: Kind
    package let text: String
    package let isStrong: Bool
  }

  /// None of them is empty.
  package private(set) var runs: [Run] = []

  private init(_ kind: Run.Kind, _ text: String) {
    append(kind, text)
  }

  /// The program's own words, with marks as in a literal.
  package init(words: String) {
    var builder = StringInterpolation(literalCapacity: 0, interpolationCount: 0)
    builder.appendLiteral(words)
    self = builder.result
  }

  package static func text(_ text: String) -> RichText { RichText(.text, text) }

  package static func link(_ address: String) -> RichText { RichText(.link, address) }

  package static func + (left: RichText, right: RichText) -> RichText {
    var sum = left
    sum.runs += right.runs
    return sum
  }

  package var isEmpty: Bool { runs.isEmpty }

  fileprivate mutating func append(_ kind: Run.Kind, _ text: String, isStrong: Bool = false) {
    guard !text.isEmpty else { return }
    runs.append(Run(kind: kind, text: text, isStrong: isStrong))
  }
}

extension RichText: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(words: value) }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.result }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var result = RichText(.words, "")
    private var isStrong = false
    private var kind = Run.Kind.words

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      var words = ""
      var rest = literal[...]
      while let first = rest.first {
        if rest.hasPrefix("**") {
          flush(&words)
          isStrong.toggle()
          rest = rest.dropFirst(2)
        } else if first == "`" || first == "*" {
          flush(&words)
          let other: Run.Kind = first == "`" ? .code : .emphasis
          kind = kind == other ? .words : other
          rest = rest.dropFirst()
        } else {
          words.append(first)
          rest = rest.dropFirst()
        }
      }
      flush(&words)
    }

    private mutating func flush(_ words: inout String) {
      result.append(kind, words, isStrong: isStrong)
      words = ""
    }

    /// Text from elsewhere.
    package mutating func appendInterpolation(_ text: String) {
      result.append(.text, text, isStrong: isStrong)
    }

    package mutating func appendInterpolation(_ number: Int) {
      result.append(.words, String(number), isStrong: isStrong)
    }

    /// The program's own words.
    package mutating func appendInterpolation(words: String) {
      appendLiteral(words)
    }

    /// Runs as they are, but for strong words around them.
    package mutating func appendInterpolation(_ other: RichText) {
      for run in other.runs {
        result.append(run.kind, run.text, isStrong: isStrong || run.isStrong)
      }
    }
  }
}
