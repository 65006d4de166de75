import Tabular
import TakedownModel

/// The presets that sources can name: the built-in ones, and files beside the pipeline file.
struct PresetLibrary: Sendable {
  /// In the order of the file.
  private let presets: [JSONValue.Member]
  /// Reads a file by its path relative to the pipeline file.
  private let read: @Sendable (String) throws -> [UInt8]

  /// The built-in presets, with a way to read others; without one, a path leads nowhere.
  init(
    builtIn: [UInt8] = PackageResources.presets_json,
    read: @escaping @Sendable (String) throws -> [UInt8] = { throw PresetError.noFile($0) }
  ) {
    self.read = read
    if let value = try? JSONValue(parsing: builtIn.span), case .object(let members) = value {
      presets = members
    } else {
      presets = []
    }
  }

  var names: [String] { presets.map(\.key) }

  /// The configuration with every source's preset taken over, and what is wrong with their names.
  ///
  /// The key `preset` stays, and merging again changes nothing.
  func merged(_ whole: JSONValue) -> (value: JSONValue, faults: [ConfigurationFault]) {
    guard case .object(let members) = whole else { return (whole, []) }
    var faults: [ConfigurationFault] = []
    var whole: [JSONValue.Member] = []
    for member in members {
      guard member.key == "sources", case .array(let sources) = member.value else {
        whole.append(member)
        continue
      }
      var result: [JSONValue] = []
      for (number, source) in sources.enumerated() {
        do throws(ConfigurationFault) {
          result.append(try merged(source: source, number))
        } catch {
          faults.append(error)
          result.append(source)
        }
      }
      whole.append(.init(member.key, .array(result)))
    }
    return (.object(whole), faults)
  }

  private func merged(
    source: JSONValue, _ number: Int
  ) throws(ConfigurationFault) -> JSONValue {
    guard case .object(let members) = source, let name = source["preset"]?.string else {
      return source
    }
    let path = ConfigurationPath.root.appending("sources").appending(number).appending("preset")
    return .object(try preset(name, at: path).merged(into: members))
  }

  /// The preset of a name or path, with what it takes from others.
  private func preset(
    _ name: String, at path: ConfigurationPath, under users: [String] = []
  ) throws(ConfigurationFault) -> Preset {
    let own = try entry(name, at: path)
    guard let base = own.base else { return own }
    guard base != name, !users.contains(base) else {
      throw ConfigurationFault(
        path: path, message: "the preset \(quoted(name)) takes from itself; take out its 'preset'")
    }
    return own.merged(onto: try preset(base, at: path, under: users + [name]))
  }

  private func entry(
    _ name: String, at path: ConfigurationPath
  ) throws(ConfigurationFault) -> Preset {
    if name.contains("/") || name.hasSuffix(".json") {
      return try Preset(try file(name, at: path), at: path)
    }
    guard let found = presets.first(where: { $0.key == name }) else {
      let near = nearest(name, in: names).map { "did you mean '\($0)'? " } ?? ""
      throw ConfigurationFault(
        path: path,
        message: "no preset is named \(quoted(name)); \(near)There are "
          + "\(names.joined(separator: ", ")); or give the path of a JSON file")
    }
    return try Preset(found.value, at: path)
  }

  private func file(
    _ name: String, at path: ConfigurationPath
  ) throws(ConfigurationFault) -> JSONValue {
    let bytes: [UInt8]
    do {
      bytes = try read(name)
    } catch {
      throw ConfigurationFault(
        path: path,
        message: "there is no preset file \(quoted(name)) that can be read; expected a path "
          + "relative to the pipeline file")
    }
    do throws(JSONError) {
      return try JSONValue(parsing: bytes.span)
    } catch {
      throw ConfigurationFault(
        path: path,
        message: "\(name):\(error.line):\(error.column): \(error.reason)")
    }
  }
}

/// Why a preset file is not there.
enum PresetError: Error {
  case noFile(String)
}
