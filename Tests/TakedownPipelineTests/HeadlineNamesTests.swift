import TakedownModel
import Testing

@testable import Comparison
@testable import Publication
@testable import TakedownPipeline

/// What two stages must call by the same name, though neither knows the other.
struct HeadlineNamesTests {
  @Test func `a headline can be asked for of everything that is counted`() {
    let told =
      Measure.all.map(\.name) + Rate.all.map(\.name) + [Rate.perMillion.name]
      + TimeMeasure.all.map(\.name)
    #expect(Set(HeadlineSettings.Measure.allCases.map(\.rawValue)) == Set(told))
    for measure in told {
      #expect(MessageCatalogue.english.messages["statement.\(measure)"] != nil, "\(measure)")
      #expect(MessageCatalogue.english.messages["what.\(measure)"] != nil, "\(measure)")
    }
    #expect(
      HeadlineRequest.Period.allCases.map(\.rawValue) == PeriodKind.choices.map(\.rawValue))
  }

  @Test func `the notes of a comparison are known by their words`() throws {
    let day = try #require(CalendarDate("2024-02-29"))
    let window = DayWindow(start: day, end: day.adding(days: 3))
    let other = DayWindow(start: day.adding(days: 1), end: day.adding(days: 3))
    var notes = [
      Notes.noRecords(of: "all", inBase: false), Notes.noRecords(of: "all", inBase: true),
      Notes.noRecords(of: "Europol", inBase: false), Notes.noRecords(of: "Europol", inBase: true),
      Notes.recordsBegin(of: "Europol", on: day), Notes.recordsEnd(of: "Europol", on: day),
      Notes.onlyInPeriod(["Europol", "the police"]), Notes.onlyInBase(["Europol"]), Notes.unlike,
      Notes.crosses(SeriesBreak(date: day, text: "a new law")),
    ]
    notes += [Notes.leapDay(window, other), Notes.leapDay(other, window)].compactMap(\.self)
    notes += Notes.platforms(
      SideCoverage(
        isMatched: false, agencies: [], baseAgencies: [], platforms: ["x"],
        basePlatforms: ["vk", "zalo"])
    ) { $0 }
    notes += ["the figure was 7 in the release 0003", "the base figure was 7 in the release 0003"]
    let messages = MessageCatalogue.english.messages.filter { $0.key.hasPrefix("notes.") }
    var known: Set<String> = []
    for note in notes {
      let keys = messages.filter { $0.value.patterns.contains { $0.values(in: note) != nil } }.keys
      #expect(keys.count == 1, "\(note)")
      known.formUnion(keys)
    }
    #expect(known == Set(messages.keys))
  }

  @Test(arguments: ["01-01", "07-01", "04-06", "03-01"])
  func `a headline speaks of the last period of its kind that is planned`(yearStart: String) throws
  {
    let years = try #require(YearStart(yearStart))
    let first = try #require(CalendarDate("2019-05-17"))
    var day = try #require(CalendarDate("2023-12-28"))
    for step in 0..<130 {
      day = day.adding(days: step % 3 == 0 ? 1 : 6)
      let plan = PeriodPlan(
        asOf: day, firstRecord: first, yearStart: years, choices: PeriodKind.choices)
      let settings = PublicationSettings(
        title: "", notice: "", reportingZone: "UTC", yearStart: years, asOf: day, agencies: [],
        platforms: [], headlines: [], sources: [], publishedSources: [])
      for request in HeadlineRequest.Period.allCases {
        let days = settings.period(of: request, firstRecord: first)
        let planned = plan.periods.filter { $0.period.kind.rawValue == request.rawValue }
        let last = planned.last { $0.isFinished || request == .toDate }?.period.window
        #expect(
          last?.start == days.start && last?.end == days.end, "\(request) on \(day), \(yearStart)")
      }
    }
  }
}
