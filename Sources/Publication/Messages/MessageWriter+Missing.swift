import TakedownModel

extension MessageWriter {
  /// A sentence that says which logs are missing; empty where none is.
  func missing(_ sources: [MissingSource]) -> String {
    guard !sources.isEmpty else { return "" }
    let names = sources.map { source in
      if source.agency.isEmpty { return "‘\(source.id)’" }
      return source.isOnlyLog
        ? agency(source.agency) : "‘\(source.id)’ (\(agency(source.agency)))"
    }
    return say(
      "missing-log", ["sources": list(names)], number: RoundedDecimal(sources.count))
  }

  /// The notice in this language, and which logs are missing.
  func notice(_ english: String, missing sources: [MissingSource]) -> String {
    let (notice, missing) = (PlainLine.text(text(english)), PlainLine.text(missing(sources)))
    guard let last = notice.last, !missing.isEmpty else { return notice + missing }
    return notice + (".!?…".contains(last) ? " " : ". ") + missing
  }
}
