package import ReleaseModel

/// The page of a release, `index.html`, and its feed, `feed.xml`.
package struct PageFiles: Sendable {
  private let templates: PageTemplates
  private let sha256: @Sendable ([UInt8]) -> String

  /// `sha256` gives the digest of bytes in hexadecimal, from which the feed has its ids.
  package init(templates: PageTemplates, sha256: @escaping @Sendable ([UInt8]) -> String) {
    self.templates = templates
    self.sha256 = sha256
  }

  /// The page shows the charts that are among the other files, and offers all of them.
  package func files(of release: ReleaseContents, beside others: [ReleaseFile]) -> [ReleaseFile] {
    let identity = ReleaseIdentity(release, sha256: sha256)
    let feed = ReleaseFile(
      path: "feed.xml", text: templates.filled("feed", with: FeedContents(release, identity)))
    let offered = (others + [feed]).sorted { $0.path < $1.path }
    let contents = PageContents(release, beside: offered, version: identity.short)
    return [
      feed, ReleaseFile(path: "index.html", text: templates.filled("index", with: contents)),
    ]
  }
}
