import Bytes
import TakedownModel

// Addresses against the shapes of a program.
extension AccountFastPath {
  private enum Answer {
    case found(AccountKind)
    case noAccount
    case undecided
  }

  /// The account of the first shape that an address fits and where it is legal.
  func match(
    _ text: Span<UInt8>, _ address: PlainAddress, _ platform: Int, program: Int, given: Int?,
    isRelative: Bool, into output: inout [UInt8]
  ) -> FastAccount? {
    guard address.count > 0 else { return nil }
    let first = text.extracting(address[0])
    let list = PlainTables.List.firstSegments(program)
    let candidates =
      tables.words.value(of: first, list: list).map { tables.candidates[$0] }
      ?? tables.defaults[program]
    let isReserved =
      candidates.isReserved && (!isRelative || tables.names[platform].reservesNames)
    let shapes = address.count == 1 ? candidates.ofOne : candidates.ofMany
    var end = shapes.upperBound
    if isRelative {
      end = address.count == 1 ? candidates.relativeEndOfOne : candidates.relativeEndOfMany
    }
    for index in shapes.lowerBound..<end {
      let shape = tables.shapes[index]
      guard shape.parts.count <= address.count, !(isRelative && shape.needsHost) else { continue }
      var capture: PlainShape.Capture?
      var value = 0..<0
      guard fits(text, address, shape, isReserved, &capture, &value) else { continue }
      guard let capture else { return nil }
      if case .user = capture, shape.isOpen, address.count > 1,
        value.lowerBound == address[0].lowerBound,
        tables.names[platform].hasSections,
        tables.words.value(of: first, list: PlainTables.List.sections) != nil
      {
        continue
      }
      if shape.queryCapture != nil, text.extracting(value).contains(UInt8(ascii: "%")) {
        return nil
      }
      switch account(capture, text.extracting(value), platform, shape.space, into: &output) {
      case .found(let kind):
        return FastAccount(
          platform: platform, kind: kind, counts: shape.counts,
          platformConflict: given != nil && given != platform)
      case .noAccount: continue
      case .undecided: return nil
      }
    }
    return nil
  }

  /// Whether an address fits a shape, and what is taken out of it.
  private func fits(
    _ text: Span<UInt8>, _ address: PlainAddress, _ shape: PlainShape, _ isReserved: Bool,
    _ taken: inout PlainShape.Capture?, _ value: inout Range<Int>
  ) -> Bool {
    for index in 0..<shape.parts.count {
      let segment = address[index]
      switch tables.parts[shape.parts.lowerBound &+ index] {
      case .any: continue
      case .language:
        guard text.extracting(segment).isLanguage else { return false }
      case .literal(let literal):
        guard equals(text, segment, literal) else { return false }
      case .capture(let prefix, let capture, let endsAtUnderscore):
        let start = segment.lowerBound &+ prefix.count
        guard start < segment.upperBound else { return false }
        if !prefix.isEmpty, !equals(text, segment.lowerBound..<start, prefix) { return false }
        value = start..<segment.upperBound
        if endsAtUnderscore {
          var end = value.lowerBound
          while end < value.upperBound, text[end] != UInt8(ascii: "_") { end &+= 1 }
          if end == value.upperBound { return false }
          value = value.lowerBound..<end
        }
        // `@` before it makes any word a name.
        if index == 0, isReserved, case .user = capture { return false }
        taken = capture
      }
    }
    guard !shape.queryName.isEmpty else { return true }
    guard let parameter = parameter(text, address.query, shape.queryName) else { return false }
    if let capture = shape.queryCapture {
      taken = capture
      value = parameter
    }
    return true
  }

  /// Whether a range of the text is a literal, in any case.
  @inline(__always)
  private func equals(_ text: Span<UInt8>, _ range: Range<Int>, _ literal: Range<Int>) -> Bool {
    text.extracting(range).equals(
      tables.bytes.span.extracting(literal), ignoring: tables.caseBits.span.extracting(literal))
  }

  /// The value of the first parameter with a name.
  private func parameter(
    _ text: Span<UInt8>, _ query: Range<Int>, _ name: Range<Int>
  ) -> Range<Int>? {
    var start = query.lowerBound
    while start < query.upperBound {
      var equals = start
      while equals < query.upperBound, text[equals] != UInt8(ascii: "="),
        text[equals] != UInt8(ascii: "&")
      {
        equals &+= 1
      }
      var end = equals
      while end < query.upperBound, text[end] != UInt8(ascii: "&") { end &+= 1 }
      if end > start, self.equals(text, start..<equals, name) {
        return min(equals + 1, end)..<end
      }
      start = end + 1
    }
    return nil
  }

  // MARK: - Accounts

  /// Appends the canonical account in captured bytes.
  private func account(
    _ capture: PlainShape.Capture, _ value: Span<UInt8>, _ platform: Int, _ space: Range<Int>,
    into output: inout [UInt8]
  ) -> Answer {
    if case .user = capture { return user(value, platform, space, into: &output) }
    if case .undecided = capture { return .undecided }
    guard !value.isEmpty else { return .noAccount }
    if AccountText.startsNumber(value[0]), AccountText.isScientific(value) { return .noAccount }
    switch capture {
    case .user, .undecided: return .undecided
    case .never: return .noAccount
    case .kind(let kind, let index):
      guard value.count <= 64 else { return .undecided }
      let grammar = tables.grammars[index]
      var name = InlineArray<64, UInt8>(repeating: 0)
      guard let count = fold(value, grammar, into: &name),
        isLegal(name.span.extracting(0..<count), grammar)
      else { return .noAccount }
      output.append(name.span.extracting(0..<count))
      return .found(kind)
    case .number(let isAfterPlus):
      if value[0] | 0x20 == UInt8(ascii: "t"), !isAfterPlus { return .undecided }
      guard let number = PlainPhone(value, isAfterPlus: isAfterPlus) else { return .noAccount }
      switch number.append(to: &output, isInternational: true, hasTrunkZero: tables.hasTrunkZero) {
      case .found: return .found(.phone)
      case .noNumber: return .noAccount
      case .undecided: return .undecided
      }
    case .tail:
      var start = value.count
      while start > 0, AccountText.isDigit(value[start - 1]) { start &-= 1 }
      guard start > 0, value[start - 1] == UInt8(ascii: "-"), value.count - start >= 9 else {
        return .noAccount
      }
      output.append(value.extracting(start..<value.count))
      return .found(.id)
    }
  }

  private func user(
    _ value: Span<UInt8>, _ platform: Int, _ space: Range<Int>, into output: inout [UInt8]
  ) -> Answer {
    let isMarked = !value.isEmpty && value[0] == UInt8(ascii: "@")
    let raw = value.extracting((isMarked ? 1 : 0)..<value.count)
    guard raw.count <= 64 else { return .undecided }
    let rules = tables.names[platform]
    let grammar = tables.grammars[rules.grammar]
    var name = InlineArray<64, UInt8>(repeating: 0)
    guard let count = fold(raw, grammar, into: &name), count > 0 else { return .noAccount }
    let canonical = name.span.extracting(0..<count)
    if AccountText.isDigit(canonical[0]), canonical.isDigits {
      if raw.isDigits {
        if rules.idLengths.contains(count) {
          guard canonical.hasNonZero else { return .noAccount }
          output.append(canonical)
          return .found(.id)
        }
        if case .always = rules.takesPhones { return .undecided }
      } else if rules.hasIDs {
        // Full stops between digits are no name.
        return raw.contains(UInt8(ascii: ".")) ? .noAccount : .undecided
      }
    }
    guard isLegal(canonical, grammar) else { return .noAccount }
    if rules.takesTails, AccountText.isDigit(canonical[count &- 1]), canonical.hasTail {
      return .noAccount
    }
    if !space.isEmpty { output.append(tables.bytes.span.extracting(space)) }
    output.append(canonical)
    return .found(.user)
  }

  /// The canonical bytes of a name and their number; nil when one is illegal.
  @inline(__always)
  private func fold(
    _ value: Span<UInt8>, _ grammar: PlainGrammar, into name: inout InlineArray<64, UInt8>
  ) -> Int? {
    let table = tables.canonicalBytes.span.extracting(grammar.table..<grammar.table &+ 256)
    var count = 0
    for i in value.indices {
      let canonical = table[Int(value[i])]
      if canonical == HandleGrammar.illegal { return nil }
      name[count] = canonical
      // Both marks are below every byte of a name.
      count &+= canonical > HandleGrammar.ignored ? 1 : 0
    }
    return count
  }

  /// Whether a name that holds no illegal byte keeps the other rules.
  private func isLegal(_ canonical: Span<UInt8>, _ grammar: PlainGrammar) -> Bool {
    guard grammar.shortest <= canonical.count, canonical.count <= grammar.longest,
      !canonical.isEmpty, grammar.prefix.count <= canonical.count
    else { return false }
    for i in 0..<grammar.prefix.count
    where canonical[i] != tables.bytes[grammar.prefix.lowerBound + i] {
      return false
    }
    if grammar.startsWithLetter, !canonical[0].isLetter { return false }
    if grammar.needsNonZero, !canonical.hasNonZero { return false }
    if grammar.hasEdges, !keepsEdges(canonical, grammar) { return false }
    if grammar.hasRuns, !keepsRuns(canonical, grammar) { return false }
    return grammar.requires == 0 || canonical.contains(grammar.requires)
  }

  /// Whether no byte stands first or last in a name that may not.
  private func keepsEdges(_ name: Span<UInt8>, _ grammar: PlainGrammar) -> Bool {
    let places = tables.places.span.extracting(grammar.table..<grammar.table &+ 256)
    return places[Int(name[0])] & HandleGrammar.notFirst == 0
      && places[Int(name[name.count &- 1])] & HandleGrammar.notLast == 0
  }

  /// Whether no two bytes stand side by side in a name that may not.
  private func keepsRuns(_ name: Span<UInt8>, _ grammar: PlainGrammar) -> Bool {
    let places = tables.places.span.extracting(grammar.table..<grammar.table &+ 256)
    var last: UInt8 = 0
    for i in name.indices {
      let place = places[Int(name[i])]
      if last & place & HandleGrammar.notTwice != 0 { return false }
      last = place
    }
    return true
  }
}
