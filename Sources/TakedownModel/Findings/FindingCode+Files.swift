// What is odd about a file as a whole.
extension FindingCode {
  package static let unreadable = FindingCode(
    "unreadable", .error, "A file or source that cannot be read",
    occurs: "The file is missing, breaks off, is in another format, or lacks what is to be read.",
    effect: "A run over it ends with status 2 and publishes nothing.",
    remedy: "Follow the message; then run 'takedowns check' again.")

  package static let unverifiedChecksum = FindingCode(
    "unverified-checksum", .note, "A checksum inside a container that was not verified",
    occurs: """
      A container holds a file of checksums for a member that was not read as it stands: a \
      container of its own, a member left out, or one before a checksum that is no SHA-256.
      """,
    effect: "None. The container's own checksums hold, else it would have been refused.",
    remedy: "Nothing; or verify the member by hand.")

  static let files = [unreadable, unverifiedChecksum]
}
