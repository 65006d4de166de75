import Digests
import Tabular

extension Pipeline {
  /// The settings on which anything depends that is made; whom a run tells of it is not among them.
  var parameters: JSONValue { file.withDefaults.removing("operate") }

  /// SHA-256 of the settings on which a stage's output depends, beside its input.
  ///
  /// A stage that is carried over must have been made under the settings of the run that uses it;
  /// else figures would be cut by one set of rules and described by another.
  func settingsDigest(of stage: StageName) -> String {
    // What guards hold back is as it would be without them.
    let all = parameters.removing("guards", ofEach: "sources")
    let reporting = all["reporting"]
    let parts: [JSONValue?] =
      switch stage {
      case .ingest: [all["sources"], all["published"]]
      case .normalize:
        [all["sources"], all["registers"], reporting?["time_zone"], reporting?["as_of"]]
      case .compare:
        [all["published"], all["registers"], reporting?.removing("revised_from")]
      case .emit: [all]
      }
    return Digest.sha256(Array(JSONValue.array(parts.map { $0 ?? .null }).prettyText.utf8))
  }
}
