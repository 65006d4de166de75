extension FamilyOutcome {
  /// The pipeline files in the order of their names.
  static let readings: [Reading] = [
    Reading(
      pipeline: "coded",
      sums: [
        "removals google-government-removals.json 1000 0 0 1000 0",
        "appeals vlop-dsa.json 844 0 0 789 55",
      ]),
    Reading(
      pipeline: "discord",
      sums: [
        "discord discord-2020-h2.csv 19 0 0 12 7",
        "discord discord-2021-h1.csv 19 0 0 12 7",
        "discord discord-2021-h2.csv 19 0 0 12 7",
        "discord discord-2022-q1.csv 14 0 0 6 8",
        "discord discord-2022-q2.csv 13 0 0 6 7",
        "discord discord-2022-q3.csv 18 0 0 9 9",
        "discord discord-2022-q4.csv 343 0 0 160 183",
        "discord discord-2023-q1.csv 343 0 0 160 183",
        "discord discord-2023-q2.csv 524 0 0 263 261",
        "discord discord-2023-q3.csv 462 0 0 244 218",
        "discord discord-2023-q4.csv 499 0 0 264 235",
      ]),
    Reading(
      pipeline: "dsa-report",
      sums: [
        "indicators Facebook_H2-2025_7_appeals_excerpt.csv 10 0 0 7 3",
        "indicators TikTok_H2-2025_7_appeals_excerpt.csv 6 0 0 3 3",
      ]),
    Reading(
      pipeline: "dsa-statements",
      sums: [
        "dumps sor-global-2024-03-14-full-excerpt.csv 6 6 0 0 0",
        "dumps sor-global-2025-07-01-full-excerpt.csv 3 3 0 0 0",
        "posted example_multi_statements.json 10 10 0 0 0",
        "posted example_statement.json 1 1 0 0 0",
      ]),
    Reading(
      pipeline: "india",
      sums: [
        "india india-it-rules.json 1000 0 0 801 199"
      ]),
    Reading(
      pipeline: "microsoft",
      sums: [
        "microsoft microsoft-2020-h1.xlsx 18 0 0 7 11",
        "microsoft microsoft-2020-h2.xlsx 17 0 0 7 10",
        "microsoft microsoft-2021-h1.xlsx 17 0 0 7 10",
        "microsoft microsoft-2021-h2.xlsx 17 0 0 7 10",
        "microsoft microsoft-2022-h1.xlsx 17 0 0 7 10",
        "microsoft microsoft-2022-h2.xlsx 17 0 0 7 10",
        "microsoft microsoft-2023-h1.xlsx 17 0 0 7 10",
        "microsoft microsoft-2023-h2.xlsx 17 0 0 7 10",
      ]),
    Reading(
      pipeline: "misp-events",
      sums: [
        "events japanese_test.json 0 0 0 0 0",
        "events sighting_1.json 0 0 0 0 0",
      ]),
    Reading(
      pipeline: "misp-stix",
      sums: [
        "twitter misp_accounts_to_stix21.json 4 1 0 0 3",
        "facebook misp_accounts_to_stix20.json 3 1 0 0 2",
        "external external_stix21_user_account.json 2 1 0 0 1",
      ]),
    Reading(
      pipeline: "ncmec",
      sums: [
        "per-year ocse-reports-per-year.csv 26 0 0 26 0",
        "per-country ocse-reports-per-country.csv 1223 0 0 1223 0",
        "per-platform ocse-reports-per-platform.json 184 0 0 99 85",
      ]),
    Reading(
      pipeline: "nibrs",
      sums: [
        "arrests nibrs_AllFields_Sample.xml 1 1 0 0 0",
        "arrests nibrs_GroupBArrestDelete_Sample.xml 1 0 0 0 1",
        "arrests nibrs_GroupBArrest_Sample.xml 1 1 0 0 0",
        "arrests nibrs_GroupBArrest_Sample_multipleArrestees.xml 2 2 0 0 0",
        "incidents nibrs_AllFields_Sample.xml 1 1 0 0 0",
        "incidents nibrs_GroupAIncident_Sample.xml 1 1 0 0 0",
        "incidents nibrs_GroupAReplace_Sample.xml 1 1 0 0 0",
        "incidents nibrs_GroupBArrestDelete_Sample.xml 1 0 0 0 1",
        "incidents nibrs_GroupBArrest_Sample.xml 1 0 0 0 1",
        "incidents nibrs_GroupBArrest_Sample_multipleArrestees.xml 1 0 0 0 1",
        "incidents nibrs_IncidentDelete_Sample.xml 1 0 0 0 1",
        "incidents nibrs_ZeroReport_Sample.xml 1 0 0 0 1",
      ]),
    Reading(
      pipeline: "people",
      sums: [
        "meta family-active-people.csv 42 0 0 42 0"
      ]),
    Reading(
      pipeline: "platform-reports",
      sums: [
        "meta meta-2021-q2.csv 300 0 0 191 109",
        "meta meta-2021-q3.csv 300 0 0 191 109",
        "meta meta-2021-q4.csv 300 0 0 205 95",
        "meta meta-2022-q1.csv 300 0 0 219 81",
        "meta meta-2022-q2.csv 300 0 0 223 77",
        "meta meta-2022-q3.csv 300 0 0 224 76",
        "meta meta-2022-q4.csv 300 0 0 229 71",
        "meta meta-2023-q1.csv 300 0 0 229 71",
        "meta meta-2023-q2.csv 300 0 0 234 66",
        "meta meta-2023-q3.csv 300 0 0 244 56",
        "meta meta-2023-q4.csv 300 0 0 244 56",
        "meta meta-2024-q1.csv 300 0 0 250 50",
        "meta meta-2024-q2.csv 300 0 0 250 50",
        "tiktok tiktok-2022-q4.csv 300 0 0 0 300",
        "tiktok tiktok-2023-q1.csv 300 0 0 32 268",
        "tiktok tiktok-2023-q2.csv 300 0 0 32 268",
        "tiktok tiktok-2023-q3.csv 300 0 0 32 268",
        "tiktok tiktok-2023-q4.csv 300 0 0 32 268",
        "tiktok tiktok-2024-q1.csv 300 0 0 32 268",
        "tiktok tiktok-2024-q2.csv 300 0 0 32 268",
        "snap Snap_Transparency_Report_H2-2025-excerpt.csv 123 0 0 84 39",
      ]),
    Reading(
      pipeline: "rows",
      sums: [
        "github github-transparency.json 476 0 0 462 14",
        "korea korea-transparency.json 1152 0 6 976 170",
      ]),
    Reading(
      pipeline: "stix",
      sums: [
        "stix sco-examples-bundle.json 82 3 0 0 79"
      ]),
    Reading(
      pipeline: "tiktok-sheets",
      sums: [
        "tiktok tiktok-2021-q3.xlsx 18 0 0 18 0",
        "tiktok tiktok-2021-q4.xlsx 22 0 0 22 0",
        "tiktok tiktok-2022-q1.xlsx 26 0 0 26 0",
        "tiktok tiktok-2022-q2.xlsx 30 0 0 30 0",
        "tiktok tiktok-2022-q3.xlsx 34 0 0 34 0",
      ]),
    Reading(
      pipeline: "twitter",
      sums: [
        "twitter speed_layer_sample.csv 408 407 1 0 0"
      ]),
  ]
}
