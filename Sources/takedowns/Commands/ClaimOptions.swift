import ArgumentParser
import TakedownModel
import TakedownPipeline

/// The parts of one claim.
struct ClaimOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who acted; 'all' for all agencies jointly (default: the agency that the sentence names, or "
        + "else that of the first headline).", valueName: "id"))
  var agency: String?

  @Option(
    help: ArgumentHelp(
      "What is counted: taken-down, referred, refused, pending.", valueName: "measure"))
  var measure = "taken-down"

  @Option(
    help: ArgumentHelp(
      "The units counted, such as accounts+pages+posts (default: accounts).",
      valueName: "units"))
  var counts: String?

  @Option(help: ArgumentHelp("The first day.", valueName: "date"))
  var since: String?

  @Option(
    help: ArgumentHelp(
      "The last day (default: the day on which it was said).", valueName: "date"))
  var until: String?

  @Option(help: ArgumentHelp("The number, with the words before it.", valueName: "number"))
  var says: String?

  @Option(help: ArgumentHelp("By how much it is more than before.", valueName: "number"))
  var moreThanBefore: String?

  @Option(
    help: ArgumentHelp(
      "What is said of the change, such as 'almost a third'.", valueName: "words"))
  var change: String?

  @Option(help: ArgumentHelp("A sentence to find all that in.", valueName: "sentence"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "The day on which it was said (default: the last day of the reports).",
      valueName: "date"))
  var saidOn: String?

  func validate() throws {
    for (name, day) in [("since", since), ("until", until), ("said-on", saidOn)] {
      if let day, CalendarDate(day) == nil {
        throw ValidationError("'--\(name) \(day)' must be a day such as 2025-03-31.")
      }
    }
    if change != nil, moreThanBefore != nil {
      throw ValidationError("Say --change or --more-than-before, not both.")
    }
  }

  /// Whether there is a claim at all.
  var isGiven: Bool { says != nil || text != nil }

  /// The claim as it is to be looked at.
  var request: ClaimDesk.Request {
    var request = ClaimDesk.Request()
    request.agency = agency
    request.measure = measure
    request.counts = counts
    request.first = since.flatMap { CalendarDate($0) }
    request.last = until.flatMap { CalendarDate($0) }
    request.says = says
    request.change = change ?? moreThanBefore.map { "\($0) more" }
    request.text = text
    request.saidOn = saidOn.flatMap { CalendarDate($0) }
    return request
  }
}
