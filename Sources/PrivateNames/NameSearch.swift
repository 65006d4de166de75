import Bytes

/// Finds names in texts, as whole words and whatever their case.
package struct NameSearch: Sendable {
  package let names: [PrivateName]
  /// The hosts of platforms, by the platform's id: `t.me`.
  private let hosts: [String: [String]]
  private let numbers: [UInt64: [Int]]

  package init(_ names: [PrivateName], hosts: [String: [String]]) {
    self.names = names
    self.hosts = hosts
    numbers = Dictionary(grouping: names.indices) { names[$0].word.hash }
  }

  /// Where the names stand, in the order of the texts.
  ///
  /// A name that says nothing by itself is only found where it is written as an account is.
  package func sightings(in texts: [SearchedText]) -> [NameSighting] {
    texts.enumerated().flatMap { sightings(in: $1, number: $0) }
  }

  /// The same in one text, of which the sightings give this number.
  package func sightings(in text: SearchedText, number: Int) -> [NameSighting] {
    var sightings: [NameSighting] = []
    guard !names.isEmpty else { return sightings }
    let bytes = text.bytes.span
    var offset = 0
    while let word = bytes.word(from: offset) {
      offset = word.range.upperBound
      for name in numbers[word.hash] ?? [] {
        guard let start = place(of: names[name], at: word, in: bytes) else { continue }
        let isWritten = isWrittenAsAccount(names[name], at: start, in: bytes)
        guard isWritten || names[name].weight != .none else { continue }
        sightings.append(
          NameSighting(name: name, isWrittenAsAccount: isWritten, text: number, offset: start))
      }
    }
    return sightings
  }

  /// Where the whole name begins whose word has been met; nil where it is another name.
  private func place(of name: PrivateName, at word: TextWord, in text: Span<UInt8>) -> Int? {
    let start = word.range.lowerBound - name.word.range.lowerBound
    let end = start + name.bytes.count
    guard start >= 0, end <= text.count,
      word.range.count == name.word.range.count,
      text.extracting(start..<end).equalsFolded(name.bytes.span)
    else { return nil }
    // A name within a longer one is another name; that of a folder goes on with what is in it.
    if start > 0, start < word.range.lowerBound, text.isWordByte(at: start - 1),
      !text.extracting(0..<start).ends(with: "www.")
    {
      return nil
    }
    if end < text.count, end > word.range.upperBound, name.kind != .path,
      text.isWordByte(at: end), text[end] != UInt8(ascii: ".")
    {
      return nil
    }
    return start
  }

  private func isWrittenAsAccount(
    _ name: PrivateName, at start: Int, in text: Span<UInt8>
  ) -> Bool {
    guard case .account(let platform) = name.kind, start > 0 else { return false }
    switch text[start - 1] {
    case UInt8(ascii: "@"):
      // Behind a word it is the host of an address.
      return start == 1 || !text.isWordByte(at: start - 2)
    case UInt8(ascii: ":"):
      return text.extracting(0..<start - 1).ends(with: platform)
    case UInt8(ascii: "/"):
      return isOn(hosts[platform] ?? [], text.extracting(max(0, start - 200)..<start))
    default:
      return false
    }
  }

  /// Whether a text ends with a URL on one of the hosts: `https://www.facebook.com/`.
  private func isOn(_ hosts: [String], _ text: Span<UInt8>) -> Bool {
    var start = text.count
    while start > 0, isURLByte(text, start - 1) { start -= 1 }
    let url = text.extracting(start...).text.lowercased()
    let rest = url.split(separator: "://", maxSplits: 1).last ?? ""
    guard let host = rest.split(separator: "/", maxSplits: 1).first else { return false }
    return hosts.contains { host == $0 || host.hasSuffix("." + $0) }
  }

  private func isURLByte(_ text: Span<UInt8>, _ offset: Int) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "?"),
      UInt8(ascii: "="), UInt8(ascii: "+"):
      true
    default: text.isWordByte(at: offset)
    }
  }
}

extension Span<UInt8> {
  /// Whether the text ends with a whole word, whatever its case.
  fileprivate func ends(with word: String) -> Bool {
    let length = word.utf8.count
    guard length > 0, count >= length else { return false }
    let start = count - length
    return extracting(start...).equalsFolded(Array(word.utf8).span)
      && (start == 0 || !isWordByte(at: start - 1))
  }
}
