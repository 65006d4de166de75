import Foundation
import Glibc
import Testing

/// A small pipeline that is run under all sorts of circumstances.
enum OperationExample {
  static let log = """
    Platform,Account,Outcome,Date
    TikTok,@sample_one,Removed,2025-01-02
    X,@sample_two,Removed,2025-01-03

    """

  /// `operate` stands under that key, `publish` under its own.
  static func pipeline(operate: String = "{}", publish: String = #"{ "png": false }"#) -> String {
    """
    {
      "version": 1,
      "reporting": { "time_zone": "Europe/London", "year_start": "07-01", "as_of": "2025-03-31" },
      "sources": [{
        "id": "uk-nca", "agency": "uk-nca", "path": "inputs/*.csv", "format": "csv", "fields": {
          "platform": "Platform", "account": "Account", "action": "Outcome", "action_date": "Date" }
      }],
      "headlines": [{ "id": "nca", "agency": "uk-nca" }],
      "publish": \(publish),
      "operate": \(operate)
    }

    """
  }

  /// A folder with the pipeline and one log, in which nothing has run.
  static func workspace(
    operate: String = "{}", publish: String = #"{ "png": false }"#
  ) throws -> Workspace {
    let workspace = try Workspace()
    try workspace.write(pipeline(operate: operate, publish: publish), to: "pipeline.json")
    try workspace.write(log, to: "inputs/a.csv")
    return workspace
  }

  /// Makes a second log that nobody writes, so that whoever reads it waits for ever.
  static func addEndlessLog(_ workspace: Workspace) throws {
    let made = unsafe mkfifo(workspace.folder.appending(path: "inputs/b.csv").path, 0o600)
    try #require(made == 0)
  }

  /// Writes a program of the shell.
  static func script(_ text: String, _ workspace: Workspace, at path: String) throws {
    try workspace.write("#!/bin/sh\n" + text + "\n", to: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: workspace.folder.appending(path: path).path)
  }
}
