/// Numbers for the names and namespaces that paths speak of, and for each pair of them.
struct XMLVocabulary {
  private var names = XMLNameTable()
  private var namespaces = XMLNameTable()
  /// The number of having no namespace; 0 where no path asks for that.
  private var noNamespace = 0

  init(_ paths: [XMLPath]) {
    for path in paths {
      for name in path.steps.map(\.name) + (path.attribute.map { [$0] } ?? []) {
        if let local = name.local { _ = names.insert(local) }
        if let namespace = name.namespace {
          let number = namespaces.insert(namespace)
          if namespace.isEmpty { noNamespace = number }
        }
      }
    }
  }

  /// How many numbers there are for pairs of a name and a namespace; 0 is the pair of others.
  var count: Int { names.count * namespaces.count }

  /// Whether the name that has a number is one that a path means.
  func meets(_ symbol: Int, _ name: XMLPath.Name) -> Bool {
    let (local, namespace) = symbol.quotientAndRemainder(dividingBy: namespaces.count)
    if let wanted = name.local, names.number(of: wanted) != local { return false }
    if let wanted = name.namespace, namespaces.number(of: wanted) != namespace { return false }
    return true
  }

  /// The number of a name of the document; both must end with NUL and stay where they are.
  mutating func symbol(
    of name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let local = unsafe names.symbol(of: name)
    guard namespaces.count > 1 else { return local }
    guard let namespace = unsafe namespace else { return local * namespaces.count + noNamespace }
    return unsafe local * namespaces.count + namespaces.symbol(of: namespace)
  }
}
