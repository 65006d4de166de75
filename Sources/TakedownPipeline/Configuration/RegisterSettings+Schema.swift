import TakedownModel
import Tabular

extension RegisterSettings {
  /// What `registers` may hold.
  static let schema = ConfigurationSchema.object(
    ObjectShape(
      [
        .init(
          "platforms", register(of: platformMembers, rules: PlatformSettings.rules), default: [],
          "Platforms beside the built-in ones, or additions to those."),
        .init(
          "agencies", register(of: agencyMembers), default: [],
          "Agencies beside the built-in ones, or additions to those."),
        .init(
          "categories", register(of: categoryMembers), default: [],
          "Categories of adverts beside the built-in ones, or additions to those; no-equivalent is for "
            + "spellings that no category stands for."),
      ] + WordSettings.members))

  private static let platformMembers: [ObjectShape.Member] =
    [
      id,
      .init("name", .text(.any), default: "", "The name as it is shown."),
      .init("company", .text(.any), default: "", "The id of the company that runs it."),
      aliases,
      .init(
        "hosts", .list(of: .text(.host)), default: [],
        "Host names without www. whose accounts are on the platform."),
    ] + PlatformSettings.members

  private static let agencyMembers: [ObjectShape.Member] = [
    id,
    .init("name", .text(.any), default: "", "The name as it is shown."),
    .init(
      "name_in_sentence", .text(.any), default: "",
      "The name as it stands in a sentence, such as the National Crime Agency."),
    .init(
      "country", .text(.country), default: "",
      "ISO 3166-1 alpha-2; empty for a body of several countries."),
    aliases,
  ]

  private static let categoryMembers = [id, aliases]

  private static let id = ObjectShape.Member(
    "id", .text(.id), required: true, "The canonical id, unique in its register.")

  private static let aliases = ObjectShape.Member(
    "aliases", .list(of: .text(.nonEmpty)), default: [], "Other spellings, in any language.")

  private static func register(
    of members: [ObjectShape.Member], rules: [ObjectShape.Rule] = []
  ) -> ConfigurationSchema {
    .list(of: .object(ObjectShape(members, rules: rules)), uniqueKey: "id")
  }
}
