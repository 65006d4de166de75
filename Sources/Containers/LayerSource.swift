import Bytes

/// The entry of a container that is being read, as a source.
final class LayerSource: ByteSource {
  private let layer: ContainerLayer
  private let ordinal: Int

  init(_ layer: ContainerLayer) {
    self.layer = layer
    ordinal = layer.ordinal
  }

  func read(into buffer: inout [UInt8], upTo limit: Int) throws -> Int {
    guard layer.ordinal == ordinal else {
      throw ContainerError(
        file: layer.path, reason: "has gone on to its next entry: this one can no longer be read")
    }
    return try layer.read(into: &buffer, upTo: limit)
  }
}
