import TakedownModel

/// The wording of what is odd about a CSV file that can be read all the same.
extension Finding {
  static func linesBeforeHeader(
    _ count: Int, first: [UInt8], header: Int, file: String
  ) -> Finding {
    let text = String(decoding: first, as: UTF8.self).prefix { !$0.isNewline }
    return Finding(
      file: file, line: header, code: .linesBeforeHeader,
      message: """
        the header stands on line \(header), after \(count) other lines, of which the first is \
        '\(text.prefix(40))'; they were passed over; say header_line where that is not the header
        """)
  }

  static func unnamedColumn(_ name: String, line: Int, file: String) -> Finding {
    Finding(
      file: file, line: line, column: name, code: .unnamedColumn,
      message: """
        the header has no name here; what stands in the column is kept as '\(name)'; nothing is to \
        be done where it is empty
        """)
  }

  static func repeatedColumn(_ name: String, as other: String, line: Int, file: String) -> Finding {
    Finding(
      file: file, line: line, column: name, code: .repeatedColumn,
      message: """
        the header has '\(name.prefix(40))' before; this column is kept as '\(other.prefix(40))'; \
        have the agency name each column once
        """)
  }

  static func mixedLineEnds(_ ends: String, file: String) -> Finding {
    Finding(
      file: file, code: .mixedLineEnds,
      message: """
        lines end in \(ends); expected one kind; each of them was taken for a line end, so look for \
        rows that were cut in two
        """)
  }

  static func trailingDelimiters(
    _ surplus: Int, line: Int, record: Int, file: String
  ) -> Finding {
    Finding(
      file: file, line: line, record: record, code: .trailingDelimiters,
      message: """
        \(surplus) empty fields more than the header has; they were passed over, since nothing \
        stands in them
        """)
  }

  static func blankRow(line: Int, file: String) -> Finding {
    Finding(
      file: file, line: line, code: .blankRow,
      message: "the row holds only delimiters or spaces; it is neither a record nor a reject")
  }

  static func comment(_ file: String) -> Finding {
    Finding(
      file: file, code: .commentLine,
      message: """
        a line among the records begins with the mark of a comment; it was passed over; declare no \
        comment where such lines are records
        """)
  }

  static func quoteInText(line: Int, record: Int, column: String, file: String) -> Finding {
    Finding(
      file: file, line: line, record: record, column: column, code: .quoteInText,
      message: """
        a quote inside a field that is not in quotes; it was taken for text; have the agency put \
        the field in quotes and double those inside
        """)
  }

  static func secondTable(line: Int, record: Int, file: String) -> Finding {
    Finding(
      file: file, line: line, record: record, code: .secondTable,
      message: """
        another header than the first begins a second table here; its rows are rejects; have the \
        agency send each table as a file
        """)
  }

  static func cellNotJSON(
    _ reason: String, line: Int, record: Int, column: String, file: String
  ) -> Finding {
    Finding(
      file: file, line: line, record: record, column: column, code: .cellNotJSON,
      message: """
        \(reason); expected JSON in the cell, from which a field is to be read; the field stays \
        empty, and the cell is kept with the record
        """)
  }
}
