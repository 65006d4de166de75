import ReleaseModel
import Tabular
import Testing

struct HostileNamesTests {
  private static let names = HostileNames.all
  private static let half = names.count / 2

  private func release(_ names: [String]) throws -> [String: String] {
    try Example.files(
      of: Example.release(
        agencies: Array(names.prefix(Self.half)), platforms: Array(names.dropFirst(Self.half))))
  }

  /// The name without what a page leaves out: marks of direction, controls, joiners.
  private func shown(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\u{61c}", "\u{200e}", "\u{200f}", "\u{202a}"..."\u{202e}", "\u{2066}"..."\u{2069}",
        "\u{2060}":
        continue
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}": result.append(" ")
      case "\u{fffe}": result.append("\u{fffd}")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private func unescaped(_ text: String) -> String {
    let marks = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    return marks.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  /// What stands between two texts, each time; by bytes, since letters may have grown together.
  private func parts(_ text: String, from start: String, to end: String) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place...].starts(with: start.utf8) else {
        place += 1
        continue
      }
      place += start.utf8.count
      let begin = place
      while place < bytes.count, !bytes[place...].starts(with: end.utf8) { place += 1 }
      parts.append(String(decoding: bytes[begin..<place], as: UTF8.self))
    }
    return parts
  }

  /// The tags without pictures, whose lines are broken by the width of names.
  private func tags(_ text: String) -> [String] {
    let pictures = parts(text, from: "<svg", to: "</svg>")
    let rest = pictures.reduce(text) { $0.replacing($1, with: "") }
    return parts(rest, from: "<", to: ">")
  }

  @Test func `there are 60, half of them agencies and half platforms`() {
    #expect(Self.names.count == 60 && Set(Self.names.map { Array($0.utf8) }).count == 60)
  }

  @Test func `hostile names add no element and no attribute to the page and the feed`() throws {
    let hostile = try release(Self.names)
    let plain = try release(Self.names.indices.map { "Name \($0)" })
    #expect(Set(hostile.keys) == ["feed.xml", "index.html"])
    for (path, text) in hostile {
      let expected = tags(try #require(plain[path]))
      #expect(tags(text).count == expected.count, "\(path)")
      let odd = zip(tags(text), expected).first { $0 != $1 }
      #expect(odd == nil, "\(path)")
    }
  }

  @Test func `pictures on the page have no element that charts do not have`() throws {
    let page = try #require(try release(Self.names)["index.html"])
    let pictures = parts(page, from: "<svg", to: "</svg>")
    #expect(!pictures.isEmpty)
    for picture in pictures {
      let names = parts(picture, from: "<", to: ">").map { tag in
        String(tag.drop { $0 == "/" }.prefix { $0.isLetter })
      }
      #expect(
        Set(names).isSubset(of: [
          "title", "desc", "rect", "text", "line", "circle", "polyline", "path",
        ]))
    }
  }

  @Test func `every name is shown as text in the tables of the page`() throws {
    let page = try #require(try release(Self.names)["index.html"])
    let cells = Set(
      parts(page, from: "<th scope=\"row\"><bdi>", to: "</bdi>").map { shown(unescaped($0)) })
    for name in Self.names {
      #expect(cells.contains(shown(name)), "\(name.debugDescription)")
    }
  }

  @Test func `the description for search engines holds every name, and nothing ends its element`()
    throws
  {
    let page = try #require(try release(Self.names)["index.html"])
    let scripts = parts(page, from: "<script type=\"application/ld+json\">", to: "</script>")
    let text = try #require(scripts.first)
    #expect(scripts.count == 1)
    #expect(!text.utf8.contains(UInt8(ascii: "<")) && !text.unicodeScalars.contains("\u{2028}"))
    let bytes = Array(text.utf8)
    let dataset = try JSONValue(parsing: bytes.span)
    let agencies = dataset["contributor"]?.elements.compactMap { $0["name"]?.string } ?? []
    let platforms = dataset["keywords"]?.elements.compactMap(\.string) ?? []
    #expect((agencies + platforms).map(shown) == Self.names.map(shown))
  }

  @Test func `the feed holds every agency as text`() throws {
    let feed = try #require(try release(Self.names)["feed.xml"])
    let author = shown(unescaped(parts(feed, from: "<name>", to: "</name>").first ?? ""))
    #expect(author == Self.names.prefix(Self.half).map(shown).joined(separator: "; "))
  }

  @Test func `no file holds a mark of direction, a control character or a line separator`() throws {
    for (path, text) in try release(Self.names) {
      let odd = text.unicodeScalars.first { scalar in
        scalar.properties.isBidiControl || scalar == "\u{2028}" || scalar == "\u{2029}"
          || scalar.properties.generalCategory == .control && scalar != "\n"
      }
      #expect(odd == nil, "\(path)")
    }
  }
}
