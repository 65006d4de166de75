// Rows of a log that could not become records, whatever its format.
extension FindingCode {
  private static let aside = """
    The row is in no figure. It is set aside in rejects.csv, with its place and its text; all \
    other rows are read.
    """

  package static let fieldCount = FindingCode(
    "field-count", .error, "A row with too few or too many cells",
    occurs: """
      A row of a CSV file has fewer cells than the header, or more of which some hold text. Most \
      often a text holds the delimiter and is not in quotes, or a line was broken in two.
      """,
    effect: aside,
    remedy: """
      Look at the row. Have the agency export again with texts in quotes, or correct the row. \
      Where all rows are affected, declare the delimiter of the source.
      """,
    example: "Facebook,Boats to Dover, cheap,removed   (should be: \"Boats to Dover, cheap\")")

  package static let unclosedQuote = FindingCode(
    "unclosed-quote", .error, "A quote that opens and is never closed",
    occurs: """
      A cell of a CSV file begins with a quote, and no quote after it stands before a delimiter or \
      the end of a line.
      """,
    effect: """
      The line on which the quote opens is in no figure. It is set aside in rejects.csv; the rows \
      after it are read.
      """,
    remedy: "Close the quote in the file, or have the agency export again.",
    example: "Facebook,\"boats.to.dover,removed")

  package static let textAfterQuote = FindingCode(
    "text-after-quote", .error, "Text after a closing quote",
    occurs: "A cell of a CSV file is in quotes, and text stands between its end and the delimiter.",
    effect: aside,
    remedy: "Have the agency write each quote inside a cell twice, as CSV wants it.",
    example: "\"the \"best\" boats\",removed   (should be: \"the \"\"best\"\" boats\")")

  package static let notUTF8 = FindingCode(
    "not-utf-8", .error, "A row with bytes that are not UTF-8",
    occurs: """
      The file is read as UTF-8, the usual way to write letters, and a row holds bytes that are no \
      letter in it. Most often the file was saved in an older way, such as windows-1252.
      """,
    effect: aside,
    remedy: """
      Declare the encoding of the source, which the message proposes where it can, or have the \
      agency export as UTF-8.
      """)

  package static let undecodableRow = FindingCode(
    "undecodable-row", .error, "A row with bytes that its encoding does not have",
    occurs: """
      The file is read in the encoding that is declared or found, and a row holds bytes that stand \
      for no character there. 'undecodable-byte' tells each of them.
      """,
    effect: aside,
    remedy: "Declare the right encoding of the source, or have the agency export as UTF-8.")

  package static let nulByte = FindingCode(
    "nul-byte", .error, "A row with a NUL byte",
    occurs: """
      A row holds a byte of zeros, which no text has. Most often the file was damaged, or cut off \
      while it was written.
      """,
    effect: aside,
    remedy: "Have the agency export the log again.")

  package static let totalRow = FindingCode(
    "total-row", .warning, "A row that adds up others",
    occurs: """
      The first cell of a row that holds anything begins with a word such as Total, Sum, Summa or \
      Tổng, and the row names no account.
      """,
    effect: """
      None where it only adds up other rows: it is set aside in rejects.csv and not counted.
      """,
    remedy: "Nothing; have a look at the row in rejects.csv, in case it is a record after all.",
    example: "Total,,,1284")

  package static let repeatedHeader = FindingCode(
    "repeated-header", .note, "The header once more among the rows",
    occurs: "A row of a CSV file is the header again, as where several files were joined into one.",
    effect: "None. It is set aside in rejects.csv, and the rows after it are read.",
    remedy: "Nothing.")

  package static let secondTableRow = FindingCode(
    "second-table-row", .error, "A row of a second table",
    occurs: """
      The row stands below another header than the first, so that what its cells mean is not the \
      same. 'second-table' tells where that header is.
      """,
    effect: aside,
    remedy: "Have the agency send each table as a file of its own, or cut the file in two.")

  package static let recordTooLong = FindingCode(
    "record-too-long", .error, "A record longer than any is",
    occurs: """
      A line, row or record goes on for more than 16 MiB. Most often a quote, a bracket or the \
      line ends are missing.
      """,
    effect: """
      The record is set aside in rejects.csv. Where its end cannot be found, the file cannot be \
      read: a run ends with status 2 and publishes nothing.
      """,
    remedy: "Look at the place that the message names; have the agency export the log again.")

  package static let nestedTooDeep = FindingCode(
    "nested-too-deep", .error, "A JSON record nested too deeply",
    occurs: "Arrays and objects stand in one another more than 512 deep, as in no honest log.",
    effect: aside,
    remedy: "Have the agency export the log again.")

  package static let malformedJSON = FindingCode(
    "malformed-json", .error, "A record that is not JSON",
    occurs: """
      A record breaks the rules of JSON: a comma, a quote or a bracket is missing or too many, a \
      number or word is none, or the record breaks off.
      """,
    effect: aside,
    remedy: """
      Look at the line and column that the message names; have the agency export the log again. \
      Where records go on over several lines, set format to 'json'.
      """,
    example: "{\"account\": \"boats.to.dover\", \"action\": }")

  package static let repeatedKey = FindingCode(
    "repeated-key", .error, "A record with the same name twice",
    occurs: "A JSON object has a key twice, so that which of the two values holds is not known.",
    effect: aside,
    remedy: "Have the agency correct its export.",
    example: "{\"action\": \"removed\", \"action\": \"kept\"}")

  package static let severalTexts = FindingCode(
    "several-texts", .warning, "A record with several texts for one column",
    occurs: """
      The path of a column leads to several elements or attributes of an XML record, with other \
      texts.
      """,
    effect: """
      The first is taken. The others stay in the column 'other' of records.csv and count for \
      nothing: of two accounts one is not counted.
      """,
    remedy: "Have the agency export a record for each, or correct the path of the column.",
    example: "<case><account>a</account><account>b</account></case>")

  package static let halfSurrogate = FindingCode(
    "half-surrogate", .error, "Half of a character in a record",
    occurs: """
      Some characters, such as emoji, are written in JSON as two codes of the form \\uXXXX, and \
      here one stands alone. Most often a text was cut at a fixed length.
      """,
    effect: aside,
    remedy: "Have the agency export the whole texts.",
    example: "{\"account\": \"boats\\ud83d\"}")

  package static let notAnObject = FindingCode(
    "not-an-object", .error, "A value where a record should be",
    occurs: """
      A line, or an element of the list of records, is a text, a number, an array or 'null' and no \
      object with names and values.
      """,
    effect: aside,
    remedy: "Look at the row; where all are affected, correct 'records' or 'format' of the source.",
    example: "[{\"account\": \"a\"}, \"end of export\"]")

  package static let danglingReference = FindingCode(
    "dangling-reference", .error, "A record that refers to something that is not there",
    occurs: "A record of an XML log names another element by its id, and the log has none such.",
    effect: aside,
    remedy: "Have the agency send the complete log; check the path in the pipeline file.",
    example: "<action account=\"#a17\"/>   (and no element with the id 'a17')")

  package static let brokenOff = FindingCode(
    "broken-off", .error, "A document that could not be read to its end",
    occurs: """
      An XML document breaks off, or breaks the rules of XML, and the source has keep_partial: \
      else the whole file would be refused.
      """,
    effect: """
      The records before the place are read. What comes after it is in no figure, and how much \
      that is cannot be told.
      """,
    remedy: "Have the agency send the complete log again.")

  package static let notACount = FindingCode(
    "not-a-count", .error, "A count that is no whole number",
    occurs: """
      In a table of counts the value is a percentage, has decimals or a minus, is written as '1.2 \
      million', or is no number.
      """,
    effect: aside,
    remedy: """
      Declare number_format where numbers are written in another way, missing for texts that mean \
      'not known', and where to leave out rows that are no counts.
      """,
    example: "12.5%")

  package static let incompleteCount = FindingCode(
    "incomplete-count", .error, "A count that does not say of what",
    occurs: "In a table of counts nothing says what was counted, or for which agency or platform.",
    effect: aside,
    remedy: "Map a column for it under fields, or say it once for all rows under constants.")

  package static let unreadablePeriod = FindingCode(
    "unreadable-period", .error, "A count whose days cannot be read",
    occurs: """
      In a table of counts the period is in no form that is read, its first or last day is none, \
      or the last is before the first.
      """,
    effect: aside,
    remedy: """
      Map a column with a period such as 2024, 2024-07, July 2024, 2024Q3 or H1 2024, or two \
      columns with days such as 2024-07-01.
      """,
    example: "07/2024 to date")

  package static let rejectedRow = FindingCode(
    "rejected-row", .error, "A row that could not become a record",
    occurs: "The row is faulty in a way that this version has no code for.",
    effect: aside,
    remedy: "Follow the message; have the agency correct the row.")

  static let rows = [
    fieldCount, unclosedQuote, textAfterQuote, notUTF8, undecodableRow, nulByte, totalRow,
    repeatedHeader, secondTableRow, recordTooLong, nestedTooDeep, malformedJSON, repeatedKey,
    severalTexts, halfSurrogate, notAnObject, danglingReference, brokenOff, notACount,
    incompleteCount,
    unreadablePeriod, rejectedRow,
  ]
}
