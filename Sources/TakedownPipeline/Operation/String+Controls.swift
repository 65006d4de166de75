extension String {
  /// With characters that a terminal acts on, or that look like the end of a line, made visible.
  ///
  /// They read `\n`, `\u{1B}`. A name in a message can neither begin a line nor change one.
  package var escapingControls: String { escapingControls(but: "") }

  /// The same, but that some of these characters stay as they are.
  func escapingControls(but kept: String) -> String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case _ where kept.unicodeScalars.contains(scalar): escaped.unicodeScalars.append(scalar)
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case _ where scalar.isControl:
        escaped += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A line of JSON without the control characters that JSON allows and a terminal acts on.
  var escapingControlsInJSON: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      if scalar.isControl {
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension Unicode.Scalar {
  /// Control characters, ends of lines and paragraphs, and those that change the direction of a text.
  fileprivate var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7f..<0xa0, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069: true
    default: false
    }
  }
}
