import Tabular

/// One value that takes the place of what the file says, as `--set KEY=VALUE` gives it.
struct ConfigurationOverride: Sendable {
  let path: ConfigurationPath
  let value: JSONValue

  /// Reads the key as a path, and the value as JSON or, where it is none, as a text.
  init(key: String, value: String) throws(ConfigurationFault) {
    guard let path = ConfigurationPath(key) else {
      throw ConfigurationFault(
        path: .root,
        message: "found the key \(quoted(key)), expected a key path such as 'reporting.as_of' or "
          + "'sources[0].time_zone'")
    }
    self.path = path
    self.value = (try? JSONValue(parsing: Array(value.utf8).span)) ?? .string(value)
  }

  /// The configuration with the value in its place; objects on the way are made where missing.
  func applied(to whole: JSONValue) throws(ConfigurationFault) -> JSONValue {
    try place(in: whole, after: 0, at: .root)
  }

  private func place(
    in old: JSONValue?, after done: Int, at here: ConfigurationPath
  )
    throws(ConfigurationFault) -> JSONValue
  {
    guard done < path.steps.count else { return value }
    switch (path.steps[done], old) {
    case (.key(let key), .object(var members)):
      let index = members.firstIndex { $0.key == key }
      let new = try place(
        in: index.map { members[$0].value }, after: done + 1, at: here.appending(key))
      if let index {
        members[index] = .init(key, new)
      } else {
        members.append(.init(key, new))
      }
      return .object(members)
    case (.key(let key), nil), (.key(let key), .null):
      return .object([.init(key, try place(in: nil, after: done + 1, at: here.appending(key)))])
    case (.index(let index), .array(var elements)):
      guard elements.indices.contains(index) else {
        throw ConfigurationFault(
          path: here.appending(index),
          message: "found no such element to set; the list has \(elements.count), counted from 0")
      }
      elements[index] = try place(
        in: elements[index], after: done + 1, at: here.appending(index))
      return .array(elements)
    case (.key(let key), .array):
      throw ConfigurationFault(
        path: here.appending(key),
        message: "found a list at '\(here)'; say which element by its number, as in '\(here)[0]'")
    case (.key(let key), .some(let found)):
      throw ConfigurationFault(
        path: here.appending(key),
        message: "found \(found.summary) at '\(here)', expected an object in which to set a key")
    case (.index(let index), .some(let found)):
      throw ConfigurationFault(
        path: here.appending(index),
        message: "found \(found.summary) at '\(here)', expected a list in which to set an element")
    case (.index(let index), nil):
      throw ConfigurationFault(
        path: here.appending(index), message: "found no list at '\(here)'; set the whole list")
    }
  }
}
