import ReleaseModel

extension Methodology {
  var rounding: [DocumentBlock] {
    [
      .section("Rounding in headlines"),
      .words(
        "The tables hold exact figures. A headline says them in steps of 1,000, 500, 100, 50, 10 or "
          + "1: the coarsest step at which value, compared value and change, each rounded on its "
          + "own, still add up, none of them becomes 0, and the percentage moves by less than 5 "
          + "points. Each is within 5% of the exact figure."),
      .words(list: [
        "**almost**: the figure was rounded up.",
        "**more than** or **over**: the figure was rounded down.",
        "no such word: the figure is exact.",
      ]),
      .words(
        "A percentage in a sentence is worked out from the exact figures and rounded once, half away "
          + "from 0."),
    ]
  }

  /// Nothing where all counts are shown.
  var smallCounts: [DocumentBlock] {
    guard let limit = settings.suppressBelow else { return [] }
    let range = limit == 2 ? "Counts of 1" : "Counts from 1 to \(limit - 1)"
    return [
      .section("Small counts"),
      .words(
        "\(range) are not shown: `[c]`, in the tables an empty cell with the status `c`. As many "
          + "further counts are hidden as it takes so that no hidden one can be worked out from those "
          + "shown; so not every `[c]` is a small count. Change, percentage and factor are left out "
          + "where one of their two figures is hidden. Counts of 0 are shown unless nothing else could "
          + "keep a small count hidden. Under *What became of every row*, records that count are small "
          + "counts as well, and further numbers may be hidden with them; rows rejected, duplicates and "
          + "records not counted say how files were read, and are shown as they are."),
      .words(
        "What earlier releases show is taken for known, and what they hide stays hidden, as far as they "
          + "are taken into account. " + unprotected),
    ]
  }

  private var unprotected: String {
    switch settings.unprotectedCounts {
    case 0: "No small count of this release is known to be worked out from it."
    case 1:
      "1 small count of this release is hidden and may be known all the same, from it or from "
        + "an earlier release."
    case let count:
      "\(NumberText.grouped(count)) small counts of this release are hidden and may be "
        + "known all the same, from it or from an earlier release."
    }
  }

  var published: [DocumentBlock] {
    let sources: DocumentBlock =
      settings.publishedSources.isEmpty
      ? .words("None are part of this release.")
      : .list(settings.publishedSources.map(RichText.text))
    return [
      .section("Published figures"),
      .words(
        "Figures that others have said in public stand in the tables with the origin `published`, "
          + "with the word that they were said with (exactly, about, more than, almost, at least, "
          + "up to) in the column `qualifier`. They are never added to counted figures, compared "
          + "with them as one series, or used in a headline."),
      sources,
    ]
  }

  var legend: [DocumentBlock] {
    [
      .section("Shorthand"),
      .table(DocumentTable(["Mark", "Meaning"], shorthand.map { [$0.mark, $0.meaning] })),
    ]
  }

  var shorthand: [Shorthand] {
    [
      Shorthand("[x]", "not available: there is no figure, or none to compare with"),
      Shorthand("[z]", "not applicable: no percentage, because the earlier figure is 0"),
      Shorthand("[b]", "break: the two figures are not fully comparable; the note says why"),
      Shorthand("[p]", "provisional: the figure may still change"),
      Shorthand("[r]", "revised: an earlier release had another figure, which the note gives"),
    ]
      + (settings.suppressBelow == nil
        ? [] : [Shorthand("[c]", "hidden: small, or would give a small figure away")])
  }

  var limits: [DocumentBlock] {
    [
      .section("Limits"),
      .words(list: [
        "An account that several agencies had taken down counts for each of them and once in the "
          + "joint figure, so the figures of the agencies can add up to more than it.",
        "An account taken down in two periods counts in both, so accounts of months do not add up "
          + "to those of a year.",
        "The figures count accounts, not people; one person can have many.",
        "A spelling of a platform that is not recognised is counted as `unmapped`, never guessed.",
        "A record whose account cannot be read counts as a takedown, but not as an account.",
      ]),
    ]
  }
}
