/// A column of a record that an agency's log can fill.
package enum RecordField: String, CaseIterable, Sendable {
  case agency, platform, account
  case accountID = "account_id"
  case counts, action
  case actionDate = "action_date"
  case referredAt = "referred_at"
  case actionedAt = "actioned_at"
  case category, language
}
