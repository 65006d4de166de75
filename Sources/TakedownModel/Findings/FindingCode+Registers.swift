// What no register knows.
extension FindingCode {
  package static let unmappedPlatform = FindingCode(
    "unmapped-platforms", .warning, "A platform that no register knows",
    occurs:
      "The platform column has a spelling that is neither an id, a name nor an alias of a platform.",
    effect:
      "The records count, under the platform 'unmapped'; figures of that platform are too low.",
    remedy: "Run 'takedowns unmapped' and add the spelling to registers.platforms.")

  package static let unmappedAgency = FindingCode(
    "unmapped-agencies", .warning, "An agency that no register knows",
    occurs:
      "The agency column has a spelling that is neither an id, a name nor an alias of an agency.",
    effect: "The records count, under the agency 'unmapped'; figures of that agency are too low.",
    remedy: "Run 'takedowns unmapped' and add the spelling to registers.agencies.")

  package static let unmappedCategory = FindingCode(
    "unmapped-categories", .warning, "A category that no register knows",
    occurs: "The category column has a spelling that is neither an id nor an alias of a category.",
    effect: "The records count, with the category 'unmapped'.",
    remedy: """
      Run 'takedowns unmapped' and add the spelling to registers.categories; to the id \
      no-equivalent where no category means the same.
      """)

  package static let unmappedAction = FindingCode(
    "unmapped-actions", .warning, "An action that no register knows",
    occurs: "The action column has a word that stands for no action.",
    effect: "The records are in no figure: whether anything was taken down cannot be told.",
    remedy: """
      Run 'takedowns unmapped' and add the word to registers.actions; under no-equivalent where no \
      action means the same.
      """)

  package static let unmappedUnit = FindingCode(
    "unmapped-counts", .warning, "A unit that no register knows",
    occurs: "The column 'counts' has a word that stands for no unit of count.",
    effect: "The records are in no figure: whether they are accounts or posts cannot be told.",
    remedy: """
      Run 'takedowns unmapped' and add the word to registers.counts; under no-equivalent where no \
      unit means the same.
      """)

  static let registers = [
    unmappedPlatform, unmappedAgency, unmappedCategory, unmappedAction, unmappedUnit,
  ]
}
