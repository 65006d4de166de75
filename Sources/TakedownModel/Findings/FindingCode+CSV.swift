// What is odd about a CSV file that is read all the same.
extension FindingCode {
  package static let linesBeforeHeader = FindingCode(
    "lines-before-header", .note, "Lines above the header that were passed over",
    occurs: "A CSV file begins with titles or notes, and its header stands on a later line.",
    effect: "None. The lines are neither records nor rejects.",
    remedy: """
      Look at the first of them, which the message shows; set header_line of the source where the \
      header is another line.
      """)

  package static let unnamedColumn = FindingCode(
    "unnamed-column", .note, "A column without a name",
    occurs: "The header of a CSV file has an empty cell, often since its lines end in a delimiter.",
    effect: "None. What stands in the column is kept under its number, such as 'column 7'.",
    remedy: "Nothing where it is empty; else have the agency name the column.")

  package static let repeatedColumn = FindingCode(
    "repeated-column", .warning, "Two columns of one name",
    occurs: "The header of a CSV file has a name again, and no field is read from it.",
    effect: "None. The later column is kept with a number after its name, such as 'Date (2)'.",
    remedy: "Have the agency name each column once; map 'Date (2)' to read the second.",
    example: "Date,Account,Date")

  package static let mixedLineEnds = FindingCode(
    "mixed-line-ends", .note, "Lines that end in more than one way",
    occurs:
      "LF, CR LF or CR stand in one CSV file, as in files that were joined or edited by hand.",
    effect: "None by itself. A lone CR inside a text that is not in quotes cuts its row in two.",
    remedy: "Look for 'field-count' among the rejects; have the agency export the log again.")

  package static let blankRow = FindingCode(
    "blank-row", .note, "Rows that hold nothing",
    occurs: "A row of a CSV file holds only delimiters, white space or padding, not even one text.",
    effect: "None. The row is neither a record nor a reject; it counts where rows are numbered.",
    remedy: "Nothing.", example: ",,,,")

  package static let commentLine = FindingCode(
    "comment-line", .note, "Lines among the records that are comments",
    occurs: """
      A line begins with the mark that 'comment' of the source declares, or with '#' where such \
      lines have not as many cells as the rows.
      """,
    effect: "None. The lines are neither records nor rejects.",
    remedy: "Set comment of the source to 'none' where such lines are records.",
    example: "# exported on 3 March")

  package static let trailingDelimiters = FindingCode(
    "trailing-delimiters", .note, "Rows that end in delimiters for nothing",
    occurs: "A row of a CSV file has more cells than the header, and those beyond it are empty.",
    effect: "None. The row is a record.",
    remedy: "Nothing.")

  package static let quoteInText = FindingCode(
    "quote-in-text", .note, "A quote inside a field without quotes",
    occurs: "A cell of a CSV file does not begin with a quote but holds one.",
    effect: "None. The quote is text, and the row is a record.",
    remedy: "Look at the record; have the agency put such cells in quotes.",
    example: "Facebook,boats \"cheap\" dover,removed")

  package static let secondTable = FindingCode(
    "second-table", .warning, "A second table in one file",
    occurs: "A row holds names of mapped columns, but is not the header: another table begins.",
    effect: "Its rows are rejects, up to a row that is the first header again.",
    remedy: "Have the agency send each table as a file, or cut the file.")

  package static let cellNotJSON = FindingCode(
    "cell-not-json", .warning, "A cell without the JSON that a field is read from",
    occurs: "A field is mapped to 'column#/pointer', and the cell of that column is no JSON.",
    effect: "The record has no such field; the cell is kept with it.",
    remedy: "Look at the cell; map the column itself where its texts are no JSON.")

  static let csv = [
    linesBeforeHeader, unnamedColumn, repeatedColumn, mixedLineEnds, blankRow, commentLine,
    trailingDelimiters, quoteInText, secondTable, cellNotJSON,
  ]
}
