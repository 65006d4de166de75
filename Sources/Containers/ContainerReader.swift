package import Bytes

/// The files that a source holds, in order: itself where it is no container, else what is in it.
///
/// Containers inside containers are opened, nothing is ever written to disk, and memory stays at some
/// hundred kilobytes for each layer. Documents of office programs are handed over as one file,
/// unless it is asked to open them.
///
/// Every file is given before the whole container is known to be sound: only when `next()` has
/// returned nil is it, and whatever was taken before an error must be thrown away. From then on it is
/// certain that no entry was missing, cut, altered or given twice.
package final class ContainerReader {
  /// What was left out since it is no data (`__MACOSX/`, `.DS_Store`, `Thumbs.db`, `._…`).
  package private(set) var skipped: [String] = []

  private let budget: ContainerBudget
  private let file: String
  private let opensDocuments: Bool
  private var whole: PeekedSource?
  private var layers: [ContainerLayer] = []
  private var failure: (any Error)?

  /// A reader of what `file` names, the first part of the paths of its members and of messages.
  ///
  /// Documents of office programs are files, unless the reader is to open them too.
  package init(
    _ source: any ByteSource, file: String, limits: ContainerLimits = .standard,
    opensDocuments: Bool = false
  ) {
    self.file = file
    self.opensDocuments = opensDocuments
    budget = ContainerBudget(limits)
    whole = PeekedSource(source, budget: budget)
  }

  /// The next file, which must be read before the one after it is asked for; nil after the last.
  ///
  /// What is left unread of a file is read here, so that its checksum is verified too. A container
  /// without files gives none.
  ///
  /// - Throws: `ContainerError` where the container is damaged or refused, and what the source
  ///   throws; every further call throws the same.
  package func next() throws -> ContainerMember? {
    if let failure { throw failure }
    do {
      return try advance()
    } catch {
      failure = error
      throw error
    }
  }

  private func advance() throws -> ContainerMember? {
    if let source = whole {
      whole = nil
      if let member = try open(source, path: file, name: file) { return member }
    }
    while let layer = layers.last {
      guard let name = try layer.next() else {
        layers.removeLast()
        continue
      }
      let path = layer.kind.isArchive ? layer.path + "!" + name.path : layer.path
      let source = PeekedSource(LayerSource(layer))
      if name.isJunk {
        skipped.append(path)
      } else if let member = try open(source, path: path, name: name.path) {
        return member
      }
    }
    return nil
  }

  /// The file, or nil where it is a container, which is then the innermost layer; `name` is that of
  /// the file itself, without those of what is around it.
  private func open(
    _ source: PeekedSource, path: String, name: String
  ) throws -> ContainerMember? {
    let head = try source.peek(ContainerKind.prefixLength)
    guard let kind = ContainerKind(prefix: head.span) else {
      if let reason = ContainerKind.refusal(prefix: head.span) {
        throw ContainerError(.refused, file: path, reason: reason)
      }
      let isWhole = head.count < ContainerKind.prefixLength
      if isWhole, let kind = ContainerKind.begun(name: name, whole: head.span) {
        throw ContainerError(
          file: path,
          reason: "is named as a \(kind.name) and has only \(head.count) bytes: "
            + "fetch it again")
      }
      return member(path, source)
    }
    if kind == .zip, !opensDocuments, OfficeDocument.isOne(name: name, head: head.span) {
      return member(path, source)
    }
    try budget.checkNesting(layers.count, of: path)
    layers.append(try ContainerLayer(kind, source, path: path, name: name, budget: budget))
    return nil
  }

  private func member(_ path: String, _ source: PeekedSource) -> ContainerMember {
    ContainerMember(
      path: path, isAsStored: layers.last?.kind.isArchive ?? true, source: source)
  }
}
