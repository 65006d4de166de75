/// Why there are no pseudonyms.
package enum PseudonymError: Error, Hashable, CustomStringConvertible {
  /// libcrypto has no HMAC-SHA-256, or it failed.
  case noHMAC
  /// A text that is no key: so many characters, and how many of them are no hexadecimal digits.
  case malformedKey(characters: Int, strangers: Int)
  /// A key of so few different bytes that nobody drew it at random.
  case weakKey
  /// A text that is no id of a key.
  case malformedKeyID(String)

  package var description: String {
    switch self {
    case .noHMAC:
      "libcrypto does not give HMAC-SHA-256; expected OpenSSL 3 with its default provider"
    case .malformedKey(let characters, let strangers):
      """
      the key has \(characters) characters, \(strangers) of them no hexadecimal digits; expected \
      \(ExchangeKey.digitCount) hexadecimal digits, as 'openssl rand -hex 32' prints
      """
    case .weakKey:
      """
      the key repeats itself and can be guessed; expected 32 random bytes, as 'openssl rand -hex 32' \
      prints
      """
    case .malformedKeyID(let text):
      """
      '\(text.prefix(40))' is no key id; expected 1 to 40 of a-z, 0-9 and hyphens, such as 'joint-2025'
      """
    }
  }
}
