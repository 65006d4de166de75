/// What has been taken out of a file so far, against what may be.
final class ContainerBudget {
  private let limits: ContainerLimits
  private var packed = 0
  private var unpacked = 0
  private var entries = 0

  init(_ limits: ContainerLimits) {
    self.limits = limits
  }

  /// Counts bytes of the file itself.
  func add(packed count: Int) {
    packed += count
  }

  /// Counts bytes that came out of a layer.
  func add(unpacked count: Int, of file: String) throws(ContainerError) {
    unpacked += count
    guard unpacked <= limits.unpackedBytes else {
      throw ContainerError(
        .tooLarge, file: file,
        reason: "holds more than \(limits.unpackedBytes) bytes: send it in several files")
    }
    guard unpacked <= limits.bytesBeforeRatio || unpacked / limits.ratio <= packed else {
      throw ContainerError(
        .tooLarge, file: file,
        reason: "unpacks to more than \(limits.ratio) times its size, as no log does: "
          + "look at what is in it, and send it less compressed")
    }
  }

  /// Counts an entry of a layer.
  func addEntry(of file: String) throws(ContainerError) {
    entries += 1
    guard entries <= limits.entries else {
      throw ContainerError(
        .tooLarge, file: file,
        reason: "holds more than \(limits.entries) entries: send them in several files")
    }
  }

  /// Checks that one more layer may be opened.
  func checkNesting(_ layers: Int, of file: String) throws(ContainerError) {
    guard layers < limits.nesting else {
      throw ContainerError(
        .tooLarge, file: file,
        reason: "is a container inside \(layers) others, and at most \(limits.nesting) are opened: "
          + "unpack the outermost")
    }
  }

  /// The longest name an entry may have, in bytes.
  var nameLength: Int { limits.nameLength }
}
