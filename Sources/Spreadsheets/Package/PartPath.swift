/// The paths by which the parts of a workbook speak of each other.
enum PartPath {
  /// The key under which a part is found: names ignore the case of letters and have no slash first.
  static func key(_ name: String) -> String {
    var path = name.replacing("\\", with: "/")
    while path.hasPrefix("/") { path.removeFirst() }
    return path.lowercased()
  }

  /// The part that a relationship of `source` leads to.
  static func resolve(_ target: String, from source: String) -> String {
    let target = decoded(target.replacing("\\", with: "/"))
    var segments =
      target.hasPrefix("/") ? [] : Array(source.split(separator: "/").dropLast().map(String.init))
    for segment in target.split(separator: "/") {
      switch segment {
      case ".": continue
      case "..": _ = segments.popLast()
      default: segments.append(String(segment))
      }
    }
    return segments.joined(separator: "/")
  }

  /// The part that holds the relationships of `source`; those of the package for an empty name.
  static func relationships(of source: String) -> String {
    var segments = source.split(separator: "/").map(String.init)
    let name = segments.popLast() ?? ""
    return (segments + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  private static func decoded(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
