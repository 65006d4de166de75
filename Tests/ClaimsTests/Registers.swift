import Claims
import TakedownModel
import Testing

/// A day that must be one.
func day(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> CalendarDate {
  guard let date = CalendarDate(text) else {
    Issue.record("'\(text)' is no day", sourceLocation: sourceLocation)
    return CalendarDate(days: 0)
  }
  return date
}

/// A figure of one agency, over days counted from 1 January 2024 unless it says otherwise.
func figure(
  _ id: String, _ qualifier: Qualifier, _ value: Int, _ first: Int, _ last: Int,
  units: [String] = ["accounts"], change: String = "", base: String = ""
) -> SaidFigure {
  let start = CalendarDate(days: 19_723)
  return SaidFigure(
    id: id, agency: "uk-nca", measure: "taken-down", units: units,
    first: start.adding(days: first), last: start.adding(days: last), qualifier: qualifier,
    value: value, change: change, changeBase: base)
}

/// The contradictions of figures.
func contradictions(_ figures: [SaidFigure]) -> [Contradiction] {
  report(figures).contradictions
}

/// The report on figures for which there are no records.
func report(_ figures: [SaidFigure]) -> ClaimsReport {
  ClaimsReport(
    SaidRegister(figures: figures),
    recorded: figures.map { _ in .unknown("nothing has been published yet") })
}
