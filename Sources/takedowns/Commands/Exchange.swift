import ArgumentParser
import Foundation
import Pseudonyms
import Tabular
import TakedownPipeline

/// Compares accounts with another agency without showing them.
struct Exchange: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find out how many accounts two agencies share, without showing them.",
    discussion: """
      Both sides hold one secret key: 64 hexadecimal digits, as 'openssl rand -hex 32' prints, in a \
      file of mode 0600 or in \(ExchangeKeySource.variable). Each exports its takedowns under that \
      key, and imports the file of the other. Under the same key the same account has the same \
      pseudonym; whoever has no key cannot tell which account that is. Whoever has the key can tell \
      whether an account that they know is in a file.
      """,
    subcommands: [Export.self, Import.self])

  /// The key that both sides hold.
  struct KeyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The name by which both sides know the key.", valueName: "name"))
    var keyID: String

    @Option(
      help: ArgumentHelp(
        "The file that holds the key, of mode 0600 (default: \(ExchangeKeySource.variable)).",
        valueName: "file"))
    var keyFile: String?

    func validate() throws {
      do {
        _ = try KeyID(keyID)
      } catch {
        throw ValidationError("--key-id: \(error)")
      }
    }

    /// The id and the key.
    func read() throws -> (id: KeyID, key: ExchangeKey) {
      let key = try ExchangeKeySource.key(
        file: keyFile, environment: ProcessInfo.processInfo.environment)
      return (try KeyID(keyID), key)
    }
  }

  /// Writes the takedowns of the published run for a partner.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the takedowns of the published run with pseudonyms in place of accounts.",
      discussion: """
        As CSV: one row for each distinct takedown of an account, sorted, without source, file and \
        position. Records without an account are counted on standard error and not written.
        """)

    @OptionGroup var keys: KeyOptions

    @Option(
      help: ArgumentHelp(
        "The file to write, readable by its owner alone (default: standard output).",
        valueName: "file"))
    var output: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let (id, key) = try keys.read()
      shared.log(try shared.pipeline().exportExchange(key: key, id: id, to: output))
    }
  }

  /// Counts our accounts and those of a partner's export, each once.
  struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Count our accounts and those of a partner's export, each once.",
      discussion: """
        Prints a table of counts alone: for each platform and each reporting year the accounts on \
        our side, on theirs, on both, and jointly. Ends with status 1 where a row of the file cannot \
        be used; each is named on standard error.
        """)

    /// How the table is printed.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case text, csv, json
    }

    @Argument(help: "The file that the partner's 'takedowns exchange export' wrote.")
    var file: String

    @OptionGroup var keys: KeyOptions

    @Option(help: "How to print the table.")
    var format: Format = .csv

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let (id, key) = try keys.read()
      let report = try shared.pipeline().importExchange(file, key: key, id: id)
      for note in report.notes { shared.log(LogLine(.warning, note)) }
      shared.log(report.summary)
      try Console.result(text(of: report.table))
      if report.rejects > 0 { throw ExitCode(1) }
    }

    private func text(of table: Table) -> String {
      switch format {
      case .csv: String(String(decoding: table.csv, as: UTF8.self).dropLast())
      case .text: table.aligned
      case .json:
        String(JSONValue.array(table.rows.map { object($0, table) }).prettyText.dropLast())
      }
    }

    private func object(_ row: [String], _ table: Table) -> JSONValue {
      .object(
        zip(table.columns, row).map { column, cell in
          .init(column, Int(cell).map { .integer($0) } ?? .string(cell))
        })
    }
  }
}

extension Table {
  /// The table in columns as wide as their widest cell, numbers to the right.
  fileprivate var aligned: String {
    let lines = [columns] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      let padded = cells.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - cells[column].count)
        let isNumber = rows.allSatisfy { Int($0[column]) != nil }
        return isNumber ? space + cells[column] : cells[column] + space
      }
      return padded.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
