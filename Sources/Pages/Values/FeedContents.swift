import ReleaseModel
import TakedownModel

/// What the template of the feed can say: the release, and each figure that was revised.
struct FeedContents: Sendable {
  struct Entry: Sendable {
    /// A URN.
    let entryID: String
    let entryTitle: String
    let summary: String
  }

  /// So many revised figures have an entry each; one more entry counts the others.
  private static let limit = 50

  let feedID: String
  let title: String
  let author: String
  /// The start of the last day counted: a release has no clock.
  let updated: String
  let entries: [Entry]

  init(_ release: ReleaseContents, _ identity: ReleaseIdentity) {
    func entry(_ title: String, _ summary: String, _ id: String) -> Entry {
      Entry(
        entryID: id, entryTitle: ShownText.safe(title), summary: ShownText.safe(summary))
    }
    title = ShownText.safe(release.title)
    let agencies = release.agencyNames.joined(separator: "; ")
    author = ShownText.safe(agencies.isEmpty ? release.title : agencies)
    updated = "\(release.asOf)T00:00:00Z"
    feedID = identity.urn("feed", release.title)
    let sentences = release.headlines.compactMap { $0.sentences.first?.text }
    let notice = release.notice.isEmpty ? [] : [release.notice]
    let own = entry(
      "\(release.title): figures up to \(release.asOf.spoken)",
      (sentences + notice).joined(separator: " "), identity.urn("release", identity.digest))
    let revised = release.revisions.prefix(Self.limit).map {
      entry(
        "Revised: \($0.what)", "Now \(ShownText.number($0.value)); \($0.note).",
        identity.urn("revision", identity.digest, $0.what, $0.note))
    }
    let more = release.revisions.count - revised.count
    let rest =
      more > 0
      ? [
        entry(
          "Revised: \(more) more", "The page of the release lists every revised figure.",
          identity.urn("revisions", identity.digest))
      ] : []
    entries = [own] + revised + rest
  }
}
