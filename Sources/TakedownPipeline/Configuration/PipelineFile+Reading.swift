import Tabular

extension PipelineFile {
  /// Reads the file's text.
  ///
  /// - Parameters:
  ///   - bytes: the text of the file, UTF-8.
  ///   - name: the file as messages name it.
  ///   - overrides: key paths such as `reporting.as_of`, and what takes the place of the value
  ///     there: JSON or, where it is none, a text. Applied in order, before anything is checked.
  ///   - presetFile: reads a file that a source names as its preset, by its path as written.
  /// - Returns: the file with its defaults filled in.
  /// - Throws: everything that is wrong, found in one pass. Text that is not JSON is reported
  ///   alone, and so is a version that this program does not know.
  package static func read(
    _ bytes: [UInt8], name: String, overrides: [(key: String, value: String)] = [],
    presetFile: @escaping @Sendable (String) throws -> [UInt8] = { throw PresetError.noFile($0) }
  ) throws(ConfigurationError) -> PipelineFile {
    var value: JSONValue
    do {
      value = try JSONValue(parsing: bytes.span)
    } catch {
      let problem = ConfigurationProblem(
        path: "", line: error.line, column: error.column, message: error.reason)
      throw ConfigurationError(file: name, problems: [problem])
    }
    return try read(
      value, name: name, overrides: overrides, presets: PresetLibrary(read: presetFile))
  }

  /// Reads a document that is parsed already.
  static func read(
    _ document: JSONValue, name: String, overrides: [(key: String, value: String)] = [],
    presets: PresetLibrary = PresetLibrary()
  ) throws(ConfigurationError) -> PipelineFile {
    var value = document
    var faults: [ConfigurationFault] = []
    for (key, text) in overrides {
      do throws(ConfigurationFault) {
        value = try ConfigurationOverride(key: key, value: text).applied(to: value)
      } catch {
        faults.append(error)
      }
    }
    let version = ConfigurationPath.root.appending("version")
    let (merged, presetFaults) = presets.merged(value)
    value = merged
    // What a source lacks may be what its preset was to give.
    let unmerged = presetFaults.map { ConfigurationPath(steps: Array($0.path.steps.prefix(2))) }
    let found =
      schema.faults(in: value).filter { fault in
        !(fault.message.hasPrefix("missing")
          && unmerged.contains { fault.path.steps.starts(with: $0.steps) })
      } + presetFaults
    if let number = value["version"]?.integer, number > highestVersion {
      // A later form of the file may mean something else by every other key.
      faults = found.filter { $0.path == version }
    } else {
      faults += found
    }
    guard faults.isEmpty else {
      throw ConfigurationError(file: name, problems: faults.map(\.problem))
    }
    return PipelineFile(valid: value)
  }

  /// The valid value with its defaults, a source's time zone being by default the reporting one.
  static func fillingDefaults(in value: JSONValue) -> JSONValue {
    let filled = schema.fillingDefaults(in: value)
    guard case .object(let members) = filled, let zone = filled["reporting"]?["time_zone"] else {
      return filled
    }
    let zoned = members.map { member in
      guard member.key == "sources" else { return member }
      let sources = member.value.elements.map { source -> JSONValue in
        guard case .object(let settings) = source, source["time_zone"] == nil else { return source }
        return .object(settings + [.init("time_zone", zone)])
      }
      return .init(member.key, .array(sources))
    }
    // Once more, for the order of the keys.
    return schema.fillingDefaults(in: .object(zoned))
  }
}
