package import Tabular

/// What `pipeline.json` says: which logs there are, how they read, and what is to be told of them.
///
/// Paths are as written, relative to the folder of the file.
package struct PipelineFile: Hashable, Sendable {
  /// The highest form of the file that this program reads.
  package static let highestVersion = 1

  /// The version of the file's form.
  package let version: Int
  /// The title over everything that is published.
  package let title: String
  /// A sentence that goes with everything that is published; empty for none.
  package let notice: String
  package let reporting: ReportingSettings
  /// The folder for everything that is written.
  package let outputs: String
  /// In the order of the file, ids unique; none where only published figures are checked.
  package let sources: [SourceSettings]
  package let published: [PublishedSettings]
  package let registers: RegisterSettings
  package let headlines: [HeadlineSettings]
  /// The files with the words of headlines in further languages.
  package let languages: [String]
  package let publish: PublishSettings
  package let operate: OperateSettings
  /// The file as it counts: defaults filled in, overrides applied, keys in a fixed order.
  ///
  /// Read again, it gives the same `PipelineFile`.
  package let withDefaults: JSONValue

  /// What a value that was found valid says.
  init(valid value: JSONValue) {
    let settings = ValidSettings(Self.fillingDefaults(in: value))
    let reporting = ReportingSettings(settings.object("reporting"))
    version = settings.integer("version")
    title = settings.text("title")
    notice = settings.text("notice")
    self.reporting = reporting
    outputs = settings.text("outputs")
    sources = settings.objects("sources").map {
      SourceSettings($0, reportingTimeZone: reporting.timeZone)
    }
    published = settings.objects("published").map(PublishedSettings.init)
    registers = RegisterSettings(settings.object("registers"))
    headlines = settings.objects("headlines").map(HeadlineSettings.init)
    languages = settings.texts("languages")
    publish = PublishSettings(settings.object("publish"))
    operate = OperateSettings(settings.object("operate"))
    withDefaults = settings.value
  }
}
