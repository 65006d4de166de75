import DisclosureControl

/// What former releases say of places, each release in its turn.
struct FormerFigures {
  /// The oldest first.
  let releases: [ReleaseFigures]
  private var timelines: [FigurePlace: [Entry]] = [:]

  private struct Entry {
    let release: Int
    let figure: ReleaseFigures.Figure
  }

  init(_ releases: [ReleaseFigures] = []) {
    self.releases = releases
    for (number, release) in releases.enumerated() {
      for (place, figure) in release.figures {
        timelines[place, default: []].append(Entry(release: number, figure: figure))
      }
    }
  }

  var places: some Sequence<FigurePlace> { timelines.keys }

  /// What an outsider sees of a figure that is to be published.
  ///
  /// One that a former release showed as it is now is known. One that was hidden stays hidden: the
  /// release does not say what it was, so that it may be what it is now. Where a later release showed
  /// another figure in its place, that was another figure.
  func visibility(of place: FigurePlace, now value: Int) -> DisclosureCells.Visibility? {
    guard let entries = timelines[place] else { return nil }
    if entries.contains(where: { $0.figure == .shown(value) }) { return .known }
    return entries.last?.figure == .hidden ? .withheld : nil
  }

  /// The last figure of a place that is published no more; nil where it is not in any release.
  func last(_ place: FigurePlace) -> ReleaseFigures.Figure? { timelines[place]?.last?.figure }

  /// What a release says, where it hides a figure with the next one that was shown in its place.
  func figures(of release: Int) -> [FigurePlace: ReleaseFigures.Figure] {
    var figures = releases[release].figures
    for (place, figure) in figures where figure == .hidden {
      let later = timelines[place]?.first { $0.release > release && $0.figure != .hidden }
      if let later { figures[place] = later.figure }
    }
    return figures
  }
}
