/// What the records and a register say to one claim.
package struct ClaimReport: Hashable, Sendable {
  package let claim: Claim
  /// What was found in a sentence, and what was not understood; nil where the claim was typed.
  package let sentence: ClaimSentence?
  /// The days as said.
  package let record: RecordCheck
  package let readings: [CheckedReading]
  /// The change against each figure of the register over the base days of a reading.
  package let changes: [StatedChange]
  /// What the claim cannot hold together with.
  package let contradictions: [Contradiction]

  /// Checks a claim, given what the records say to `claim.requests`, in their order.
  package init(
    _ claim: Claim, sentence: ClaimSentence? = nil, recorded: [RecordedCount],
    register: SaidRegister
  ) {
    precondition(recorded.count == claim.requests.count, "there is a count for each request")
    self.claim = claim
    self.sentence = sentence
    record = RecordCheck(claim.figure, recorded[0])
    var place = 1
    var checked: [CheckedReading] = []
    for reading in claim.readings {
      let length = reading.base == nil ? 1 : 2
      checked.append(
        CheckedReading(reading, of: claim, Array(recorded[place..<place + length])))
      place += length
    }
    readings = checked
    guard let agency = claim.agency else {
      changes = []
      contradictions = []
      return
    }
    let others = register.figures.filter { $0.agency == agency && $0.measure == claim.measure }
    let bases = Set(claim.readings.compactMap(\.base))
    changes =
      claim.change == nil
      ? []
      : others.filter { bases.contains(.init($0.first, $0.last)) }
        .map { StatedChange(claim.figure, base: $0) }
    contradictions = ContradictionSearch.result(of: others + [claim.figure]).contradictions
      .filter { $0.ids.contains(Claim.id) }
  }

  /// Whether something cannot agree, or cannot hold together.
  package var hasFindings: Bool {
    !contradictions.isEmpty || record.verdict == .cannotAgree
      || changes.contains { $0.verdict == .cannotAgree }
      || (readings.contains { $0.changeAgrees == false && $0.isCovered }
        && !readings.contains { $0.changeAgrees == true })
  }
}
