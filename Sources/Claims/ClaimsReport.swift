/// What the three checks of a register came to.
package struct ClaimsReport: Hashable, Sendable {
  package let register: SaidRegister
  /// One for each figure of which a change was said, in the order of the register.
  package let changes: [StatedChange]
  /// One for each figure, in the order of the register.
  package let records: [RecordCheck]
  package let contradictions: [Contradiction]
  /// Whether there may be contradictions beside those that are listed.
  package let isCut: Bool

  /// Checks a register, given what the records say to the request of each figure, in their order.
  package init(_ register: SaidRegister, recorded: [RecordedCount]) {
    precondition(recorded.count == register.figures.count, "there is a count for each figure")
    self.register = register
    changes = register.figures.filter { !$0.change.isEmpty }.map { figure in
      StatedChange(figure, base: register.figure(figure.changeBase))
    }
    records = zip(register.figures, recorded).map { RecordCheck($0, $1) }
    let search = ContradictionSearch.result(of: register.figures)
    contradictions = search.contradictions
    isCut = search.isCut
  }

  /// Whether anything cannot agree, or cannot hold together.
  package var hasFindings: Bool {
    !contradictions.isEmpty || changes.contains { $0.verdict == .cannotAgree }
      || records.contains { $0.verdict == .cannotAgree }
  }

  /// Whether the words of something were not understood.
  package var hasUnread: Bool {
    !register.unread.isEmpty || changes.contains { $0.verdict == .notRead }
  }

  /// How the words were read, for whoever wants to object.
  package static let reading = [
    """
    The last digit that is not 0 says how finely a number was said, five times its place where it \
    is 5: 8,000 to 1,000, 16,500 to 500, 5,600 to 100.
    """,
    """
    About v: within half of that. More than v: above v and below the next number so said. Almost \
    v: below v by at most half of that. At least, up to and exactly: as they say.
    """,
    """
    Figures of one agency and measure are read as the growth of one running total over their days, \
    the first and the last included: it never falls, and what is counted in one stretch of days is \
    not counted in another.
    """,
    """
    This says what cannot hold together when the words are read so. It does not say which figure, \
    if any, is wrong.
    """,
  ]
}
