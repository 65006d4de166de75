// What a template may ask for beside values.
extension PageTemplates {
  /// A tag that takes another template in, by name.
  private struct Part {
    let name: String
    let line: Int
  }

  /// Refuses what would end no page: a template within itself, one that is not there, and the tags
  /// of Mustache that change how all others are read.
  static func check(_ texts: [String: String]) throws(PageTemplateError) {
    var parts: [String: [Part]] = [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let own = try Self.parts(of: text, file: name + ".mustache")
      for part in own where texts[part.name] == nil {
        throw PageTemplateError(
          file: name + ".mustache", line: part.line,
          reason: "there is no template '\(part.name)'; expected one of "
            + texts.keys.sorted().joined(separator: ", "))
      }
      parts[name] = own
    }
    for name in texts.keys.sorted() {
      for part in parts[name] ?? [] where reaches(name, from: part.name, parts) {
        throw PageTemplateError(
          file: name + ".mustache", line: part.line,
          reason: "'\(part.name)' takes in '\(name)' again, without end; take one of the two out")
      }
    }
  }

  private static func reaches(
    _ goal: String, from start: String, _ parts: [String: [Part]]
  ) -> Bool {
    var seen: Set<String> = []
    var open = [start]
    while let name = open.popLast() {
      if name == goal { return true }
      if seen.insert(name).inserted { open += (parts[name] ?? []).map(\.name) }
    }
    return false
  }

  private static func parts(
    of text: String, file: String
  ) throws(PageTemplateError) -> [Part] {
    var parts: [Part] = []
    // By bytes: what looks like two characters to a reader may be one to a string.
    let bytes = Array(text.utf8)
    var line = 1
    for place in bytes.indices {
      if bytes[place] == 0x0a { line += 1 }
      guard bytes[place...].starts(with: "{{".utf8) else { continue }
      let inside = bytes[(place + 2)...].drop { $0 == 0x20 }
      guard let sign = inside.first else { continue }
      let name = String(
        decoding: inside.dropFirst().drop { $0 == 0x20 }.prefix { $0 != 0x7d && $0 != 0x20 },
        as: UTF8.self)
      if "=<$%".utf8.contains(sign) || sign == UInt8(ascii: ">") && name.hasPrefix("*") {
        throw PageTemplateError(
          file: file, line: line,
          reason: "'{{\(Character(Unicode.Scalar(sign)))' is not for these templates; expected "
            + "values, sections, comments and '{{> name}}'")
      }
      if sign == UInt8(ascii: ">") { parts.append(Part(name: name, line: line)) }
    }
    return parts
  }
}
