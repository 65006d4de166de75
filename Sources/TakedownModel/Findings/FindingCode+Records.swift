// What is odd about a record, or keeps it out of every figure.
extension FindingCode {
  package static let noDate = FindingCode(
    "no-date", .error, "A record without a day",
    occurs: """
      The date of the action and its time are both empty; of a referral without an answer, the \
      time of the referral too.
      """,
    effect: "The record is in no figure, since it belongs to no period.",
    remedy: "Ask the agency for the day, or map the column that has it.")

  package static let impossibleDate = FindingCode(
    "impossible-date", .error, "A day that the calendar does not have",
    occurs: "The date is written as the source says, but there is no such day: 31 February.",
    effect: "The record is in no figure.",
    remedy: "Have the agency correct it; look whether day and month are the wrong way round.",
    example: "31/02/2025")

  package static let unreadableDate = FindingCode(
    "unreadable-date", .error, "A date in a form that the source does not declare",
    occurs:
      "None of the source's date formats reads the date; without one, ISO 8601 alone is read.",
    effect: "The record is in no figure.",
    remedy: "Add the form to the source's date_format, for instance dd/MM/yyyy.",
    example: "3.4.2025, where date_format is yyyy-MM-dd")

  package static let missingLocalTime = FindingCode(
    "missing-local-time", .error, "A time of day that did not exist",
    occurs: "The clocks of the source's time zone went forward over the time.",
    effect: "The record is in no figure.",
    remedy: "Look whether time_zone of the source is right; have the agency correct the time.",
    example: "2025-03-30 02:30 in Europe/Stockholm, where 02:00 was followed by 03:00")

  package static let twoDigitYear = FindingCode(
    "two-digit-year", .error, "A year of two digits",
    occurs: "The year has two digits and the source does not allow it.",
    effect: "The record is in no figure.",
    remedy: "Set two_digit_years of the source to true, if the century is certain.",
    example: "01/02/25")

  package static let ambiguousDate = FindingCode(
    "ambiguous-date", .error, "A date that can be two days",
    occurs: """
      The order of day and month is left open by date_format and not decided by the column; or the \
      clocks went back and showed the time on two days.
      """,
    effect: "The record is in no figure: no day is guessed.",
    remedy: "Declare the order in date_format, for instance dd/MM/yyyy.",
    example: "03/04/2025")

  package static let dateOrder = FindingCode(
    "date-order", .error, "A column that does not say whether day or month comes first",
    occurs: """
      The source's date_format is detect, or two patterns that differ in the order of day and \
      month, and the values of a column either can all be both or contradict each other.
      """,
    effect: "The run stops; no day is guessed.",
    remedy: "Declare one order in date_format; make a source for each order where there are two.",
    example: "25/04/2025 and 04/25/2025 in one column")

  package static let dateForm = FindingCode(
    "date-form", .warning, "What the dates look like that no format of the source reads",
    occurs: "A column has dates that date_format does not read; said once for a column.",
    effect: "None of its own: each such record has a finding of its own.",
    remedy: "Declare the form in date_format, if it is the one the agency uses.",
    example: "31/01/2025, which looks like d/M/yyyy")

  package static let afterAsOf = FindingCode(
    "after-as-of", .error, "A day after the last day that is counted",
    occurs: "The day of the action is later than as_of.",
    effect: "The record is in no figure of this run.",
    remedy: "Nothing, if the log goes on after that day; else correct the date or reporting.as_of.")

  package static let beforeNotBefore = FindingCode(
    "before-not-before", .error, "A day before the first that is believed",
    occurs: "The day of the action is earlier than not_before of the source.",
    effect: "The record is in no figure.",
    remedy: "Correct the date, or not_before of the source.")

  package static let unknownAction = FindingCode(
    "unknown-action", .error, "An action that no register knows",
    occurs: "The action column has a word that stands for no action.",
    effect: "The record is in no figure: whether anything was taken down cannot be told.",
    remedy: "Add the word to registers.actions.")

  package static let unknownUnit = FindingCode(
    "unknown-unit", .error, "A unit that no register knows",
    occurs: "The column 'counts' has a word that stands for no unit of count.",
    effect: "The record is in no figure: whether it is an account or a post cannot be told.",
    remedy: "Add the word to registers.counts.")

  package static let noEquivalent = FindingCode(
    "no-equivalent", .note, "A word that has been declared to have no equivalent",
    occurs: """
      The word for the action or the unit is under no-equivalent in registers.actions or \
      registers.counts, or in the words of the source: somebody has looked at it, and none of the \
      canonical actions or units means the same.
      """,
    effect: """
      The record is in no figure, and its word is not listed by 'takedowns unmapped'. A category \
      without an equivalent is no reason to leave a record out: it counts, with the category \
      'no-equivalent', which an empty category (nothing said) and 'unmapped' (not looked at yet) \
      are kept apart from.
      """,
    remedy: """
      Nothing, as long as the declaration holds; else move the word to the action or unit that it \
      stands for.
      """,
    example: "Passed to partner")

  package static let noAccount = FindingCode(
    "no-account", .warning, "A record from which no account can be told",
    occurs: "The account is empty, a word for nothing such as 'n/a', or illegal on its platform.",
    effect: "Counted as a takedown, never as an account, and never as a duplicate.",
    remedy: "Ask the agency for the address or the handle.", example: "n/a")

  package static let damagedID = FindingCode(
    "damaged-id", .warning, "An id that a spreadsheet has rounded",
    occurs: "An account or its id is a number such as 1.00014E+14: its last digits are lost.",
    effect: "The number stands for no account: the record is a takedown, and of an account only "
      + "where another column names it.",
    remedy: "Have the agency export again with the column as text.", example: "1.00014E+14")

  package static let lookAlike = FindingCode(
    "look-alike", .warning, "Letters that only look like others",
    occurs: "A handle mixes Latin letters with Cyrillic or Greek ones that look the same.",
    effect: "The account counts as it is written, apart from the one that it resembles.",
    remedy: "Look at both accounts: a copy of a name is not the same account.")

  package static let badAccountID = FindingCode(
    "bad-account-id", .warning, "An id that is none of the platform's",
    occurs: "The column for the platform's own id of the account holds a handle or other text.",
    effect: "The record counts under what its account column says.",
    remedy: "Map account_id to the column with the platform's numbers, and handles to account.",
    example: "platform TikTok, account_id boats.to.dover")

  package static let idConflict = FindingCode(
    "id-conflict", .warning, "An address with another id than the log says",
    occurs: "The account column has an address that holds an id, and the id column another id.",
    effect: "The record counts under the id of the address.",
    remedy: "Have the agency look at the record.",
    example: "account facebook.com/profile.php?id=1000, account_id 2000")

  package static let handleOfSeveralIDs = FindingCode(
    "handle-of-several-ids", .warning, "A handle that several accounts have had",
    occurs: "A record has a handle and no id; others have that handle beside several ids.",
    effect: "The record counts under the handle, as an account apart from those with the ids.",
    remedy: "See in 2-normalize/accounts.csv which account had the handle on that day; have the "
      + "agency log the id.")

  package static let platformConflict = FindingCode(
    "platform-conflict", .warning, "The address is on another platform than the log says",
    occurs: "The platform column and the host of the account's address name two platforms.",
    effect: "The record counts under the platform of the address.",
    remedy: "Have the agency look at the record.",
    example: "platform Facebook, account https://www.tiktok.com/@boats.to.dover")

  package static let unitConflict = FindingCode(
    "unit-conflict", .warning, "The address is that of a post, not of what the log says",
    occurs: "The column 'counts' says account, page, group or channel; the address is a post's.",
    effect: "Counted as a post.",
    remedy: "Have the agency log the account's own address.",
    example: "counts account, account https://www.tiktok.com/@boats.to.dover/video/7300000000000")

  package static let unreadableReferredAt = FindingCode(
    "unreadable-referred-at", .warning, "A time of referral that cannot be read",
    occurs: "None of the source's date formats reads the time of the referral.",
    effect: "The record counts; its time to action is not known.",
    remedy: "Add the form to the source's date_format.")

  package static let unreadableActionedAt = FindingCode(
    "unreadable-actioned-at", .warning, "A time of action that cannot be read",
    occurs:
      "None of the source's date formats reads the time of the action, while its date is known.",
    effect: "The record counts; its time to action is not known.",
    remedy: "Add the form to the source's date_format.")

  package static let negativeTimeToAction = FindingCode(
    "negative-time-to-action", .warning, "Acted on before it was referred",
    occurs: "The time of the action is earlier than the time of the referral.",
    effect: "The record counts; its time to action is left out.",
    remedy: "Look whether the two columns are swapped or in two time zones.")

  static let records = [
    noDate, impossibleDate, unreadableDate, missingLocalTime, twoDigitYear,
    ambiguousDate, dateOrder, dateForm, afterAsOf,
    beforeNotBefore, unknownAction, unknownUnit, noEquivalent, noAccount, damagedID, lookAlike,
    platformConflict, badAccountID, idConflict, handleOfSeveralIDs, unitConflict,
    unreadableReferredAt, unreadableActionedAt, negativeTimeToAction,
  ]
}
