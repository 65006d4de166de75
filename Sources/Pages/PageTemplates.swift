import Mustache

/// The templates that a page is made of: the built-in ones, some of them replaced.
package struct PageTemplates: Sendable {
  private let library: MustacheLibrary

  /// The names of the files that a folder of templates may hold.
  package static var fileNames: [String] { builtIn.map { $0.name + ending } }

  private static let ending = ".mustache"

  private static let builtIn: [(name: String, bytes: [UInt8])] = [
    ("changes", PackageResources.changes_mustache),
    ("charts", PackageResources.charts_mustache),
    ("citation", PackageResources.citation_mustache),
    ("feed", PackageResources.feed_mustache),
    ("files", PackageResources.files_mustache),
    ("headlines", PackageResources.headlines_mustache),
    ("index", PackageResources.index_mustache),
    ("style", PackageResources.style_mustache),
    ("table", PackageResources.table_mustache),
    ("tables", PackageResources.tables_mustache),
  ]

  /// Takes files, by their names, in place of built-in templates.
  ///
  /// - Throws: `PageTemplateError` for the first file, by name, that has no such name, is no UTF-8,
  ///   does not parse, or asks for what is not there.
  package init(replacing files: [String: [UInt8]] = [:]) throws(PageTemplateError) {
    var texts: [String: String] = [:]
    for (name, bytes) in Self.builtIn { texts[name] = String(decoding: bytes, as: UTF8.self) }
    for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
      guard Self.fileNames.contains(file) else {
        throw PageTemplateError(
          file: file, line: nil,
          reason: "no template has this name; expected one of "
            + Self.fileNames.joined(separator: ", "))
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw PageTemplateError(file: file, line: nil, reason: "is no UTF-8; save it as UTF-8")
      }
      texts[String(file.dropLast(Self.ending.count))] = text
    }
    try Self.check(texts)
    var library = MustacheLibrary()
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      library.register(try Self.parsed(text, name: name), named: name)
    }
    self.library = library
  }

  /// A template filled; what stands in it twice in braces is escaped.
  func filled(_ name: String, with values: some Sendable) -> String {
    library.render(values, withTemplate: name) ?? ""
  }

  private static func parsed(
    _ text: String, name: String
  ) throws(PageTemplateError) -> MustacheTemplate {
    do {
      return try MustacheTemplate(string: text)
    } catch let error as MustacheTemplate.ParserError {
      throw PageTemplateError(
        file: name + ending, line: error.context.lineNumber,
        reason: "is no Mustache template: \(words(error.error))")
    } catch {
      throw PageTemplateError(
        file: name + ending, line: nil, reason: "is no Mustache template: \(error)")
    }
  }

  private static func words(_ error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section is closed under another name"
    case .unfinishedName: "a tag has no end; expected '}}'"
    case .expectedSectionEnd: "a section is not closed"
    default: "a tag has no end, or cannot be read; expected '}}'"
    }
  }
}
