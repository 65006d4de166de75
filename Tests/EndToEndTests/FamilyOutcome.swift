import Testing

/// What becomes of the files of a family of real data.
struct FamilyOutcome: Sendable {
  /// A pipeline file among `Families`, and what becomes of the rows of each of its files: source,
  /// file, rows, records, rejects, counts, rows left out.
  struct Reading: Sendable, CustomTestStringConvertible {
    let pipeline: String
    let sums: [String]

    var testDescription: String { pipeline }
  }

  /// The members of a source that does not fit, and words of the message.
  struct Refusal: Sendable {
    let members: String
    let words: String
  }

  /// The path below the fixtures, `*` standing for a part of a name.
  let pattern: String
  /// The pipeline files that read it; none for what is refused, and for texts for people.
  let pipelines: [String]
  /// How it is refused.
  let refusal: Refusal?

  /// Files that are read.
  static func read(_ pattern: String, _ pipelines: String...) -> FamilyOutcome {
    FamilyOutcome(pattern: pattern, pipelines: pipelines, refusal: nil)
  }

  /// Files that are no records and no counts of takedowns.
  static func refused(
    _ pattern: String, _ members: String, _ words: String
  ) -> FamilyOutcome {
    FamilyOutcome(
      pattern: pattern, pipelines: [], refusal: Refusal(members: members, words: words))
  }

  /// Licences and descriptions.
  static func text(_ pattern: String) -> FamilyOutcome {
    FamilyOutcome(pattern: pattern, pipelines: [], refusal: nil)
  }

  static let families = [
    "dsa-aggregate", "dsa-sor", "enforcement-reports", "misp", "nibrs", "stix", "twitter-io",
  ]

  static let all = reports + statements + events + others

  private static let indicators = #""preset": "dsa-report-indicators""#
  private static let measures = #""preset": "dsa-report-measures""#
  private static let decisions = #""preset": "dsa-statements-json", "agency": "a""#
  private static let removed = #""action": "removed", "action_date": "2025-01-01""#
  private static let misp =
    #""preset": "misp-event", "agency": "a", "constants": {"action": "removed"}"#
  private static let stix =
    #""preset": "stix-user-account", "agency": "a", "constants": {\#(removed)}"#
  private static let table =
    #""format": "csv", "agency": "a", "fields": {"account": "username"}, "constants": {\#(removed)}"#

  private static let leftOut = "rows are left out (where "
  private static let noEvent = "there is no 'Event' in an object with"
  private static let noUnit = "rows are left out (where {unit}: "

  /// Reports of platforms, and what surrounds them.
  private static let reports: [FamilyOutcome] = {
    let diaphanous = "enforcement-reports/diaphanous/"
    let part = "dsa-aggregate/eu-annex-i-templates/4_EN_Annex_I__*_Part_"
    let others = "dsa-aggregate/krmaynard/"
    return [
      read(diaphanous + "discord/*.csv", "discord"),
      read(diaphanous + "meta/family-active-people.csv", "people"),
      read(diaphanous + "meta/meta-*.csv", "platform-reports"),
      read(diaphanous + "microsoft/*.xlsx", "microsoft"),
      read(diaphanous + "ocse-reports-per-*", "ncmec"),
      read(diaphanous + "tiktok/*.csv", "platform-reports"),
      read(diaphanous + "tiktok/*.xlsx", "tiktok-sheets"),
      refused(
        diaphanous + "countries.csv", #""preset": "meta-enforcement""#, leftOut + "metric: 252"),
      text(diaphanous + "LICENSE"), text(diaphanous + "*.md"),
      read("enforcement-reports/snap/*.csv", "platform-reports"),
      text("enforcement-reports/snap/*.md"),
      // Templates say what is to be counted, not how much it is.
      refused(part + "1_*.csv", indicators, leftOut + "{scope}: 5)"),
      refused(part + "2_*.csv", indicators, leftOut + "{measure}: 100)"),
      refused(part + "3_*.csv", measures, "rows are left out (no cell of pivot: 181)"),
      refused(part + "4_*.csv", measures, "rows are left out (no cell of pivot: 91)"),
      refused(part + "5_*.csv", measures, "rows are left out (no cell of pivot: 90)"),
      refused(part + "6_*.csv", measures, "rows are left out (no cell of pivot: 98)"),
      refused(part + "7_*.csv", indicators, "rows are left out (no value: 38, where {scope}: 9)"),
      refused(
        part + "8_*.csv", indicators, "rows are left out (no value: 14, where {measure}: 21)"),
      refused(part + "9_*.csv", indicators, "rows are left out (no value: 6)"),
      refused(part + "10_*.csv", indicators, "rows are left out (no value: 4)"),
      refused(part + "11_*.csv", indicators, leftOut + "{measure}: 1, where {scope}: 10)"),
      text("dsa-aggregate/eu-annex-i-templates/LICENSE"), text("dsa-aggregate/*/*.md"),
      read("dsa-aggregate/raw-csv-samples/*_appeals_*.csv", "dsa-report"),
      refused(
        "dsa-aggregate/raw-csv-samples/*_identification.csv", indicators,
        leftOut + "{scope}: 5)"),
      read(others + "github-transparency.json", "rows"),
      read(others + "korea-transparency.json", "rows"),
      read(others + "india-it-rules.json", "india"),
      read(others + "google-government-removals.json", "coded"),
      read(others + "vlop-dsa.json", "coded"),
      // Lists of reports, services and names.
      refused(others + "ny-tos-reports.csv", indicators, leftOut + "{measure}: 29)"),
      refused(others + "report-locations.csv", indicators, leftOut + "{measure}: 257)"),
      refused(others + "platforms.tsv", indicators, leftOut + "{measure}: 23)"),
      refused(others + "registry.json", decisions, leftOut + "decision_ground: 25)"),
      refused(others + "template-crosswalk.json", decisions, leftOut + "decision_ground: 1)"),
    ]
  }()

  /// Statements of reasons.
  private static let statements: [FamilyOutcome] = [
    read("dsa-sor/dump-sample/*.csv", "dsa-statements"),
    read("dsa-sor/official/example_*.json", "dsa-statements"),
    // The words that a statement may have, not a statement.
    refused("dsa-sor/official/statements.json", decisions, leftOut + "decision_ground: 1)"),
    text("dsa-sor/*/*.md"), text("dsa-sor/official/LICENCE.txt"),
  ]

  /// MISP and STIX.
  private static let events: [FamilyOutcome] = {
    let tests = "misp/pymisp-tests/"
    let files = tests + "mispevent_testfiles/"
    let examples = "stix/schemas/examples/"
    return [
      refused("misp/objects/*/definition.json", misp, noEvent),
      refused(tests + "misp_event.json", misp, noEvent),
      refused(tests + "csv_testfiles/*.csv", table, "no column 'username'"),
      refused(files + "attribute*.json", misp, noEvent),
      refused(files + "event.json", misp, noEvent),
      refused(files + "event_tags.json", misp, noEvent),
      refused(files + "galaxy.json", misp, noEvent),
      refused(files + "malware*.json", misp, noEvent),
      refused(files + "proposals.json", misp, noEvent),
      refused(files + "sighting.json", misp, noEvent),
      refused(files + "simple.json", misp, noEvent),
      refused(files + "*/definition.json", misp, noEvent),
      refused(files + "def_param.json", misp, noUnit + "1)"),
      refused(files + "event_obj_tag.json", misp, noUnit + "1)"),
      refused(files + "event_obj_*_*.json", misp, noUnit + "2)"),
      refused(files + "existing_event*.json", misp, noUnit + "49)"),
      refused(files + "misp_custom_obj.json", misp, noUnit + "1)"),
      refused(files + "shadow.json", misp, noUnit + "1)"),
      refused(tests + "reportlab_testfiles/mainly_objects_1.json", misp, noUnit + "17)"),
      read(tests + "reportlab_testfiles/japanese_test.json", "misp-events"),
      read(tests + "reportlab_testfiles/sighting_1.json", "misp-events"),
      refused("misp/stix-mapping/misp_accounts_to_stix1.json", misp, noEvent),
      read("misp/stix-mapping/misp_accounts_to_stix2*.json", "misp-stix"),
      read("misp/stix-mapping/external_stix21_user_account.json", "misp-stix"),
      text("misp/*/*.md"), text("misp/pymisp-tests/LICENSE"),
      read("stix/cti-python-stix2/*.json", "stix"),
      refused(examples + "indicator*.json", stix, leftOut + "/type: "),
      refused(examples + "infrastructure.json", stix, leftOut + "/type: 10)"),
      refused(examples + "malicious-*.json", stix, leftOut + "/type: 6)"),
      refused(examples + "threat-reports/apt1.json", stix, leftOut + "/type: 76)"),
      refused(examples + "threat-reports/poisonivy.json", stix, leftOut + "/type: 155)"),
      refused(
        examples + "interop-objectmarking-test.json", stix,
        "there is no 'objects' in an object with the keys 'type'"),
      refused("stix/schemas/schemas/*/*.json", stix, "in an object with the keys '$id'"),
      text("stix/*/LICENSE"), text("stix/*/*.md"),
    ]
  }()

  private static let others: [FamilyOutcome] = [
    read("nibrs/*.xml", "nibrs"), text("nibrs/LICENSE"), text("nibrs/*.md"),
    read("twitter-io/*.csv", "twitter"), text("twitter-io/*.md"),
  ]
}
