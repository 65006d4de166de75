/// A way to write a release down.
package protocol ReleaseFormat: Sendable {
  associatedtype Failure: Error = Never

  /// The files of this format; the same release gives the same bytes.
  func files(of release: ReleaseContents) throws(Failure) -> [ReleaseFile]
}
