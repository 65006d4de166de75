// Where a file is not what its source in the pipeline file says.
extension FindingCode {
  package static let missingColumn = FindingCode(
    "missing-column", .error, "A column that the file does not have",
    occurs: """
      The source maps a field to a column, and the header of the file has none of that name. Most \
      often the agency has renamed it.
      """,
    effect: stops,
    remedy: "Correct the name under fields; several names may be given as a list.")

  package static let ambiguousColumn = FindingCode(
    "ambiguous-column", .error, "Two columns of the name that a field is read from",
    occurs: "The header of the file has a mapped name more than once: which is meant is not known.",
    effect: stops,
    remedy: "Have the agency rename one of the columns, or map another.")

  package static let missingHeader = FindingCode(
    "missing-header", .error, "No header on the line that is declared",
    occurs: """
      The source declares header_line, and the first part of the file (256 KiB) ends before it.
      """,
    effect: stops,
    remedy: "Correct header_line of the source, or take it out: then the header is looked for.")

  package static let noRecordList = FindingCode(
    "no-record-list", .error, "No records where the source says",
    occurs: """
      'records' of the source leads to nothing in the file, or to something that is no list; or \
      there is no 'records' and the file is no list itself.
      """,
    effect: stops,
    remedy: "Correct 'records' of the source; the message names what is there instead.")

  package static let malformedDocument = FindingCode(
    "malformed-document", .error, "A JSON or XML file that cannot be read to its end",
    occurs: """
      The file breaks off or breaks the rules of its format in a way that hides where records end, \
      or it declares what is not read for safety, such as entities in XML.
      """,
    effect: stops,
    remedy: """
      Look at the line and column that the message names; have the agency export the log again. \
      For an XML log that was cut off, keep_partial of the source keeps the records before.
      """)

  package static let wrongEncoding = FindingCode(
    "wrong-encoding", .error, "A file that cannot be in the encoding that is declared",
    occurs: """
      The first bytes of the file rule out the declared encoding, do not show its byte order, or \
      need a converter that this machine does not have.
      """,
    effect: stops,
    remedy: "Take 'encoding' out of the source, or declare the one that the message names.")

  package static let unreadableWorkbook = FindingCode(
    "unreadable-workbook", .error, "A workbook that cannot be read",
    occurs: """
      The file is no XLSX workbook (an old .xls, say), needs a password, is damaged, or is larger \
      than any log.
      """,
    effect: stops,
    remedy: "Open it in a spreadsheet program, save it as .xlsx without a password, and try again.")

  package static let unknownSheet = FindingCode(
    "unknown-sheet", .error, "A sheet that the workbook does not have",
    occurs: "The source names a sheet, and the workbook has none of that name.",
    effect: stops,
    remedy: "Correct the name in the source; the message lists the sheets that there are.")

  package static let emptyField = FindingCode(
    "empty-field", .error, "A field that no record has",
    occurs: """
      A field without which figures mean nothing is mapped, and is empty in every record of the \
      source. Most often a path in the pipeline file is misspelled.
      """,
    effect: stops,
    remedy: "Correct the path under fields, or take it out.")

  package static let nothingLeft = FindingCode(
    "nothing-left", .error, "A source of which every row is left out",
    occurs: "What the source or its preset asks for with where, pivot or derive leaves no row.",
    effect: stops,
    remedy: "Compare what is asked for with the file; the message counts the reasons.")

  package static let contradictingCounts = FindingCode(
    "contradicting-counts", .error, "Two values for one count",
    occurs: """
      Two rows of counts are of the same agency, platform, measure, period and edition, and have \
      different values.
      """,
    effect: stops,
    remedy: """
      Give the counts of each edition a vintage, take the older file away, or map a field that \
      tells the rows apart, such as country or category.
      """)

  package static let wrongSetting = FindingCode(
    "wrong-setting", .error, "A setting of a source that cannot be",
    occurs: "A path, pointer or pattern in the pipeline file is not written as such.",
    effect: stops,
    remedy: "Correct the setting that the message names.")

  static let sources = [
    missingColumn, ambiguousColumn, missingHeader, noRecordList, malformedDocument, wrongEncoding,
    unreadableWorkbook, unknownSheet, emptyField, nothingLeft, contradictingCounts, wrongSetting,
  ]
}
