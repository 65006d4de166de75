package import TakedownModel

/// What is odd about a record: its code, and the words for it.
///
/// An issue either keeps the record out of every figure (its code is then that of `NotCounted`), or
/// leaves it counted with a part missing.
package enum RecordIssue: Hashable, Sendable {
  case notCounted(NotCounted)
  case noAccount
  case damagedID
  case lookAlike
  case damagedAccountID
  case badAccountID
  case idConflict
  case handleOfSeveralIDs
  case platformConflict
  case unitConflict
  case unreadableReferredAt
  case unreadableActionedAt
  case negativeTimeToAction

  init(_ problem: AccountProblem) {
    self =
      switch problem {
      case .noAccount: .noAccount
      case .damagedID: .damagedID
      }
  }

  /// What kind of issue it is.
  package var code: FindingCode {
    switch self {
    case .notCounted(let reason): reason.code
    case .noAccount: .noAccount
    case .damagedID, .damagedAccountID: .damagedID
    case .lookAlike: .lookAlike
    case .badAccountID: .badAccountID
    case .idConflict: .idConflict
    case .handleOfSeveralIDs: .handleOfSeveralIDs
    case .platformConflict: .platformConflict
    case .unitConflict: .unitConflict
    case .unreadableReferredAt: .unreadableReferredAt
    case .unreadableActionedAt: .unreadableActionedAt
    case .negativeTimeToAction: .negativeTimeToAction
    }
  }

  /// What was found, what was expected and what follows, in words.
  package var message: String {
    switch self {
    case .notCounted(.noDate):
      "no date of the action; expected one; the record is not counted"
    case .notCounted(.impossibleDate):
      "there is no such day or time; the record is not counted"
    case .notCounted(.unreadableDate):
      "matches no date format of the source; declare it in date_format; the record is not counted"
    case .notCounted(.missingLocalTime):
      "the clocks went forward over this local time; the record is not counted"
    case .notCounted(.twoDigitYear):
      "a year of two digits, which the source does not allow; the record is not counted"
    case .notCounted(.ambiguousDate):
      "two days can be meant and nothing says which; the record is not counted"
    case .notCounted(.afterAsOf):
      "later than as_of; the record is not counted"
    case .notCounted(.beforeNotBefore):
      "earlier than the source's not_before; the record is not counted"
    case .notCounted(.unknownAction):
      "no register knows this action; add it to registers.actions; the record is not counted"
    case .notCounted(.unknownUnit):
      "no register knows this unit; add it to registers.counts; the record is not counted"
    case .notCounted(.noEquivalent):
      "declared to have no equivalent; the record is not counted"
    case .noAccount:
      "no account can be told from this; counted as a takedown, never as an account"
    case .damagedID:
      "a number that a spreadsheet has rounded; counted as a takedown, never as an account"
    case .lookAlike:
      "has letters of another script that look like Latin ones; kept apart, for a person to look at"
    case .damagedAccountID:
      "a number that a spreadsheet has rounded; counted under the account alone"
    case .badAccountID:
      "no id of the platform; expected its own number of the account; counted under the account alone"
    case .idConflict:
      "the account's address has another id than the log says; the address wins"
    case .handleOfSeveralIDs:
      "the log has this handle beside several ids; without one, it is counted as an account of its own"
    case .platformConflict:
      "the address is on another platform than the log says; the address wins"
    case .unitConflict:
      "the address is that of a post, not of what the log says; counted as a post, the address wins"
    case .unreadableReferredAt:
      "matches no date format of the source; the time of the referral is left out"
    case .unreadableActionedAt:
      "matches no date format of the source; the time of the action is left out"
    case .negativeTimeToAction:
      "acted on before it was referred; the time to action is left out"
    }
  }
}
