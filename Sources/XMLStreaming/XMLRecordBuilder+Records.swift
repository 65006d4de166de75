import Bytes
import Tabular

extension XMLRecordBuilder {
  /// The element of a record closes: its fields go into the batch.
  mutating func endRecord() {
    // The parser lets an overlong form through, and what it skips it does not look at.
    guard texts.span.firstInvalidUTF8 == nil, attributeTexts.span.firstInvalidUTF8 == nil else {
      return fail("the record that ends here holds bytes that are not UTF-8")
    }
    if !ownTextPaths.isEmpty, elements[0].hasText {
      gatherOwnText(of: 0)
      let range = Self.trimmed(ownText.indices, of: ownText.span)
      for path in ownTextPaths { matches[path] = Match(source: .ownText, index: 0, range: range) }
    } else {
      for path in ownTextPaths { matches[path].source = .none }
    }
    for column in alternatives.indices { appendField(column) }
    if keepsRest {
      gatherLeftovers()
      batch.append(leftovers.json, leftovers.json.indices)
    }
    position += 1
    batch.endRecord(position: position)
  }

  private mutating func appendField(_ column: Int) {
    let paths = alternatives[column]
    var path = paths.lowerBound
    while path < paths.upperBound, matches[path].source == .none { path += 1 }
    guard path < paths.upperBound else {
      return batch.append(texts, 0..<0)
    }
    if matches[path].hasOthers { batch.noteChoice() }
    let index = matches[path].index
    let isTaken = !leavesText[column]
    switch matches[path].source {
    case .none:
      batch.append(texts, 0..<0)
    case .element:
      if isTaken { elements[index].isUsed = true }
      batch.append(texts, matches[path].range)
    case .attribute:
      if isTaken { attributes[index].isUsed = true }
      batch.append(attributeTexts, matches[path].range)
    case .ownText:
      if isTaken { elements[0].isOwnTextUsed = true }
      batch.append(ownText, matches[path].range)
    }
  }

  /// Collects in `ownText` the text that stands directly in an element.
  private mutating func gatherOwnText(of element: Int) {
    ownText.removeAll(keepingCapacity: true)
    var start = elements[element].textStart
    var child = element + 1
    while child < elements[element].next {
      ownText.append(contentsOf: texts[start..<elements[child].textStart])
      start = elements[child].textEnd
      child = elements[child].next
    }
    ownText.append(contentsOf: texts[start..<elements[element].textEnd])
  }

  /// Collects the texts of the record that no field took.
  private mutating func gatherLeftovers() {
    leftovers.removeAll()
    var nextAttribute = 0
    for index in elements.indices {
      if index > 0, elements[elements[index].parent].isUsed { elements[index].isUsed = true }
      while nextAttribute < attributes.count, attributes[nextAttribute].element == index {
        let attribute = attributes[nextAttribute]
        nextAttribute += 1
        let range = Self.trimmed(attribute.start..<attribute.end, of: attributeTexts.span)
        guard !attribute.isUsed, !range.isEmpty else { continue }
        appendPath(to: index)
        leftovers.append(attributeName: attribute.name)
        leftovers.endMember(attributeTexts, range)
      }
      let element = elements[index]
      guard element.hasText, !element.isUsed, !element.isOwnTextUsed else { continue }
      appendPath(to: index)
      if element.next > index + 1 {
        gatherOwnText(of: index)
        let range = Self.trimmed(ownText.indices, of: ownText.span)
        leftovers.endMember(ownText, range)
      } else {
        let range = Self.trimmed(element.textStart..<element.textEnd, of: texts.span)
        leftovers.endMember(texts, range)
      }
      guard leftovers.length <= maximumLength else {
        return fail("one record holds more than \(maximumLength) bytes that no field takes")
      }
    }
    leftovers.finish()
  }

  /// Writes the names that lead from the record to one of its elements.
  private mutating func appendPath(to element: Int) {
    guard element > 0 else { return }
    appendPath(to: elements[element].parent)
    leftovers.append(elementName: elements[element].name)
  }
}

extension RecordBatch {
  fileprivate mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    append(field: bytes.span.extracting(range))
  }
}
