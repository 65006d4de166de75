// Why a file, or a container of files, cannot be read; and what is odd about one that can.
extension FindingCode {
  static let stops = "The source cannot be read: a run ends with status 2 and publishes nothing."

  package static let unreadable = FindingCode(
    "unreadable", .error, "A file or source that cannot be read",
    occurs: """
      The file cannot be opened, or something stands in the way for which this version has no code \
      of its own.
      """,
    effect: stops,
    remedy: "Follow the message; then run 'takedowns check' again.")

  package static let missingFile = FindingCode(
    "missing-file", .error, "No file where the source says",
    occurs: "No file, or no member of a container, has the path that the pipeline file gives.",
    effect: """
      A run ends with status 3, or with 2 where it is a register of published figures, and publishes \
      nothing.
      """,
    remedy: """
      Check the path, which counts from the folder of the pipeline file, and the letter case; or \
      ask the agency for its log. With allow_missing the release is made without the source where \
      no file of it is there.
      """)

  package static let emptyFile = FindingCode(
    "empty-file", .error, "A CSV file or sheet with nothing in it",
    occurs: "A file or sheet is empty, so that not even a header tells what its columns are.",
    effect: stops,
    remedy: "Ask the agency for the file again, or take it away.")

  package static let repeatedFile = FindingCode(
    "repeated-file", .error, "The same file twice in one source",
    occurs: "Two files of a source hold the same bytes, most often a copy under another name.",
    effect: stops + " Else each of its rows would be read twice.",
    remedy: "Take one of the two away.")

  package static let uselessFile = FindingCode(
    "useless-file", .error, "A file without one row that can be used",
    occurs: "Every row of a file was set aside; the message says why the first one was.",
    effect: stops,
    remedy: "Correct the source in the pipeline file, most often its format or delimiter.")

  package static let damagedContainer = FindingCode(
    "damaged-container", .error, "A container that is damaged or breaks off",
    occurs: """
      A zip, tar or compressed file ends too early, or does not agree with the checksums that it \
      holds. Most often a download or copy was cut off.
      """,
    effect: stops,
    remedy: "Fetch the file again.")

  package static let refusedContainer = FindingCode(
    "refused-container", .error, "A container that is not opened",
    occurs: """
      A container is of a kind that is not read, or holds what none should: a file under a \
      password, a link, a name twice, or a name that leads out of its folder.
      """,
    effect: stops,
    remedy: "Have the files sent in a plain zip, without a password.")

  package static let containerTooLarge = FindingCode(
    "container-too-large", .error, "A container that holds more than is believed",
    occurs: """
      What comes out of a container is more than 256 GiB, more than 1000 times its size, more than \
      50,000 entries, or has more than 4 containers around it.
      """,
    effect: stops,
    remedy: "Look at what is in it; have the log sent in several files.")

  package static let badChecksumFile = FindingCode(
    "bad-checksum-file", .error, "A file of checksums that cannot be used",
    occurs: """
      Beside a file, on the disk or in its container, stands one with its checksum (.sha1, \
      .sha256), which holds none, none for this file, two that differ, or an MD5, which proves \
      nothing.
      """,
    effect: stops,
    remedy: "Fetch both files again, or remove the one with the checksum.")

  package static let wrongChecksum = FindingCode(
    "wrong-checksum", .error, "A file that is not the one its checksum was made of",
    occurs: "The checksum of a file is not the one that stands beside it: a byte has changed.",
    effect: stops,
    remedy: """
      Fetch the file again; if that does not help, ask the agency which of the two is right.
      """)

  package static let unverifiedChecksum = FindingCode(
    "unverified-checksum", .note, "A checksum inside a container that was not verified",
    occurs: """
      A container holds a file of checksums for a member that was not read as it stands: a \
      container of its own, a member left out, or one before a checksum that is no SHA-256.
      """,
    effect: "None. The container's own checksums hold, else it would have been refused.",
    remedy: "Nothing; or verify the member by hand.")

  package static let skippedMember = FindingCode(
    "skipped-member", .note, "A file in a container that is no log",
    occurs: """
      A container holds files that desktops leave there: __MACOSX, ._NAME, .DS_Store, Thumbs.db or \
      desktop.ini.
      """,
    effect: "None. They are not read.",
    remedy: "Nothing.")

  static let files = [
    unreadable, missingFile, emptyFile, repeatedFile, uselessFile, damagedContainer,
    refusedContainer, containerTooLarge, badChecksumFile, wrongChecksum, unverifiedChecksum,
    skippedMember,
  ]
}
