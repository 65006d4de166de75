import TakedownModel

/// The names under which agencies and platforms are shown.
struct DisplayNames {
  /// The id of all agencies or all platforms together.
  static let all = "all"

  private let agencies: [String: Agency]
  private let platforms: [String: String]

  init(agencies: [Agency], platforms: [Platform]) {
    self.agencies = Dictionary(agencies.map { ($0.id, $0) }) { first, _ in first }
    self.platforms = Dictionary(platforms.map { ($0.id, $0.name) }) { first, _ in first }
  }

  /// An agency's name; its id where the register has none.
  func agency(_ id: String) -> String {
    id == Self.all ? "All agencies" : agencies[id]?.name ?? id
  }

  /// The name of who has counted: an agency, or a platform that publishes its own counts.
  func publisher(_ id: String) -> String {
    agencies[id]?.name ?? platforms[id] ?? id
  }

  /// A platform's name; its id where the register has none.
  func platform(_ id: String) -> String {
    switch id {
    case Self.all: "All platforms"
    case Platform.unmapped: "Platform not recognised"
    default: platforms[id] ?? id
    }
  }

  /// An agency as a sentence names it: `the National Crime Agency`, `Europol`.
  func agencyInSentence(_ id: String) -> String {
    id == Self.all ? "all agencies together" : agencies[id]?.nameInSentence ?? id
  }

  /// The id of the agency that a sentence names so; nil where there is none.
  func agencyID(inSentence name: String) -> String? {
    agencies.values.filter { $0.nameInSentence == name }.map(\.id).min()
  }

  /// The id of the platform of a name; nil where there is none.
  func platformID(named name: String) -> String? {
    platforms.filter { $0.value == name }.map(\.key).min()
  }

  /// A platform as a sentence names it.
  func platformInSentence(_ id: String) -> String {
    id == Platform.unmapped ? Platform.unmappedInSentence : platform(id)
  }
}
