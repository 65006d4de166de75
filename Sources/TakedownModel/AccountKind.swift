/// How an account is named; part of its key.
package enum AccountKind: String, CaseIterable, Sendable {
  case user, id, channel, group, invite, phone, url, pseudonym
}
