import Foundation
import Testing

/// The man pages beside what the program says of itself.
struct ManualTests {
  private static func page(_ name: String) throws -> String {
    try String(
      contentsOf: Workspace.package.appending(path: "contrib/man/" + name), encoding: .utf8)
  }

  /// The commands below one, by their full names, with the names of their options.
  private static func commands(
    _ command: [String: Any], _ path: [String] = []
  ) -> [(path: [String], options: [String])] {
    (command["subcommands"] as? [[String: Any]] ?? []).flatMap { sub in
      guard let name = sub["commandName"] as? String, name != "help" else {
        return [(path: [String], options: [String])]()
      }
      let options = (sub["arguments"] as? [[String: Any]] ?? [])
        .filter { $0["shouldDisplay"] as? Bool == true && $0["kind"] as? String != "positional" }
        .compactMap { ($0["preferredName"] as? [String: Any])?["name"] as? String }
      return [(path + [name], options)] + commands(sub, path + [name])
    }
  }

  @Test func `takedowns(1) names every command and option`() throws {
    let workspace = try Workspace()
    let help = try workspace.succeed("--experimental-dump-help").output
    let document = try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any]
    let commands = Self.commands(try #require(document?["command"] as? [String: Any]))
    #expect(commands.count > 15)
    let page = try Self.page("takedowns.1")
    for (path, options) in commands {
      #expect(page.contains("\n.It Cm \(path.joined(separator: " "))\n"), "run 'make man'")
      for option in options {
        let name = option.replacing("-", with: "\\-")
        #expect(
          page.contains(try Regex("\n\\.It (Fl \\S+ , )?Fl -?\\Q\(name)\\E[ \n]")),
          "\(path) --\(option): run 'make man'")
      }
    }
    for status in [0, 1, 2, 4, 64, 75] { #expect(page.contains("\n.It \(status)\n")) }
  }

  @Test func `takedowns-pipeline(5) names every key`() throws {
    let workspace = try Workspace()
    let text = try workspace.succeed("schema").output
    let schema = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let page = try Self.page("takedowns-pipeline.5")
    var names: Set<String> = []
    func collect(_ value: Any) {
      if let list = value as? [Any] { list.forEach(collect) }
      guard let object = value as? [String: Any] else { return }
      if let properties = object["properties"] as? [String: Any] {
        names.formUnion(properties.keys)
      }
      object.values.forEach(collect)
    }
    collect(schema)
    #expect(names.count > 80)
    for name in names {
      #expect(
        page.contains(try Regex("\n\\.It Va (\\S*\\.)?\\Q\(name)\\E(\\[\\])?\n")),
        "\(name): run 'make man'")
    }
  }
}
