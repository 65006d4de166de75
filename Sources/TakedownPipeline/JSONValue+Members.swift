import Tabular

extension JSONValue {
  /// The object with another value for a key, in its place or at the end.
  func setting(_ key: String, to value: JSONValue) -> JSONValue {
    guard case .object(var members) = self else { return self }
    if let place = members.firstIndex(where: { $0.key == key }) {
      members[place] = Member(key, value)
    } else {
      members.append(Member(key, value))
    }
    return .object(members)
  }

  /// The object with each element of the list under `list` without a key.
  func removing(_ key: String, ofEach list: String) -> JSONValue {
    guard let elements = self[list]?.elements else { return self }
    return setting(list, to: .array(elements.map { $0.removing(key) }))
  }

  /// The object without a key; any other value as it is.
  func removing(_ key: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != key })
  }
}
