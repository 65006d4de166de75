// How the characters of a file are written.
extension FindingCode {
  package static let encodingContradiction = FindingCode(
    "encoding-contradiction", .warning, "The file looks otherwise than its encoding says",
    occurs: "The source declares a code page, and the text is UTF-8 as it stands.",
    effect: "The file is read as declared; letters beyond ASCII may be wrong.",
    remedy: "Take 'encoding' out of the source, if names look wrong in records.csv.")

  package static let undecodableByte = FindingCode(
    "undecodable-byte", .error, "A byte that the encoding does not have",
    occurs: "A byte stands for no character in the file's encoding, such as 0x81 in windows-1252.",
    effect: """
      The row that holds it is set aside in rejects.csv as 'undecodable-row': which character was \
      meant is not guessed.
      """,
    remedy: "Declare the right encoding in the source, or have the file sent again as UTF-8.")

  package static let encodedTwice = FindingCode(
    "encoded-twice", .warning, "Text that was encoded twice",
    occurs: "A text such as 'mÃ¼ller' was UTF-8, read as windows-1252 and encoded again.",
    effect: "It goes on as it stands, so one account may be counted as two.",
    remedy: "Have the agency export the log again, as UTF-8, without opening it in between.")

  static let text = [encodingContradiction, undecodableByte, encodedTwice]
}
