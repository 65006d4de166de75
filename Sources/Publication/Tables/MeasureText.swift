/// What the dictionary says of measures and kinds of periods, which several tables have.
enum MeasureText {
  static let meaning =
    "What is counted: accounts; takedowns; referrals; refused; reinstatements (records); undecided, "
    + "which is referrals pending or without an answer; accounts-only, without pages, groups and "
    + "channels; reinstated, accounts whose latest action in the period gave them back; "
    + "taken-down-again, accounts taken down after a day on which they were given back; of a "
    + "published figure the word of its register."

  static let periodKinds =
    "The kind of period: to-date, year and quarter of the reporting year; calendar, uk-financial and "
    + "us-financial years and quarters; month; year-to-month from the reporting year's start to "
    + "the end of a month; week of ISO 8601; rolling-year of twelve months; since a day; cumulative from that day on; or stated by who said it."
}
