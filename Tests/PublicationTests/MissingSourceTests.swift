import Testing

@testable import Publication

struct MissingSourceTests {
  private static func writer(_ catalogue: MessageCatalogue) -> MessageWriter {
    let settings = Example.settings()
    return MessageWriter(
      catalogue: catalogue,
      names: DisplayNames(agencies: settings.agencies, platforms: settings.platforms))
  }

  private static let nca = MissingSource(id: "nca-csv", agency: "uk-nca", isOnlyLog: true)
  private static let nameless = MissingSource(id: "joint", agency: "", isOnlyLog: true)
  private static let part = MissingSource(id: "old", agency: "europol", isOnlyLog: false)

  @Test(arguments: [
    ([], "", ""),
    (
      [nca], "Without the records of the National Crime Agency, whose log is missing.",
      "Heb gofnodion yr Asiantaeth Troseddu Cenedlaethol, y mae ei log ar goll."
    ),
    (
      [nca, part],
      "Without the records of the National Crime Agency and ‘old’ (Europol), whose logs are missing.",
      "Heb gofnodion yr Asiantaeth Troseddu Cenedlaethol a ‘old’ (Europol), y mae eu logiau ar goll."
    ),
    (
      [nca, nameless, part],
      "Without the records of the National Crime Agency, ‘joint’ and ‘old’ (Europol), whose logs are "
        + "missing.",
      "Heb gofnodion yr Asiantaeth Troseddu Cenedlaethol, ‘joint’ a ‘old’ (Europol), y mae eu logiau "
        + "ar goll."
    ),
  ])
  func `missing logs are named in every language`(
    sources: [MissingSource], english: String, welsh: String
  ) throws {
    #expect(Self.writer(.english).missing(sources) == english)
    #expect(Self.writer(try WelshExample.catalogue()).missing(sources) == welsh)
  }

  @Test(arguments: [
    ("", [nca], "Without the records of the National Crime Agency, whose log is missing."),
    (
      "Data", [nca], "Data. Without the records of the National Crime Agency, whose log is missing."
    ),
    (
      "Draft!", [nca],
      "Draft! Without the records of the National Crime Agency, whose log is missing."
    ),
    ("Data", [], "Data"), ("", [], ""),
  ])
  func `the notice goes on with them`(notice: String, missing: [MissingSource], whole: String) {
    #expect(Self.writer(.english).notice(notice, missing: missing) == whole)
  }

  @Test(arguments: [
    (nca, "uk-nca", true), (nca, "all", true), (nca, "europol", false), (nameless, "europol", true),
  ])
  func `a missing log touches its agency and all together`(
    source: MissingSource, agency: String, isTouched: Bool
  ) {
    #expect(source.touches(agency: agency) == isTouched)
  }
}
