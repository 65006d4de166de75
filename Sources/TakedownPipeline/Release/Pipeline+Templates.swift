import Digests
import Pages

// The templates of the page, as the pipeline file may replace them.
extension Pipeline {
  /// The templates, and the files that replace some of them.
  struct Templates {
    let templates: PageTemplates
    let files: [WrittenFile]
  }

  /// - Throws: `ConfigurationError` where the folder or a file in it is at fault.
  func pageTemplates() throws(ConfigurationError) -> Templates {
    var replacing: [String: [UInt8]] = [:]
    var files: [WrittenFile] = []
    if let folder = file.publish.templates {
      guard Folders.isFolder(resolve(folder)), let names = try? Folders.names(in: resolve(folder))
      else {
        throw templateError(
          "there is no folder \(quoted(folder)) that can be read; expected a path relative to the "
            + "pipeline file")
      }
      for name in names.sorted() {
        let path = "\(folder)/\(name)"
        guard Folders.isRegularFile(resolve(path)), let bytes = try? Folders.read(resolve(path))
        else { throw templateError("\(path): is no file that can be read; take it out") }
        replacing[name] = bytes
        files.append(
          WrittenFile(path: path, byteCount: bytes.count, sha256: Digest.sha256(bytes)))
      }
    }
    do {
      return Templates(templates: try PageTemplates(replacing: replacing), files: files)
    } catch {
      throw templateError("\(file.publish.templates.map { $0 + "/" } ?? "")\(error)")
    }
  }

  func templateProblems() -> [ConfigurationProblem] {
    do throws(ConfigurationError) {
      _ = try pageTemplates()
      return []
    } catch {
      return error.problems
    }
  }

  private func templateError(_ message: String) -> ConfigurationError {
    ConfigurationError(
      file: name, problems: [ConfigurationProblem(path: "publish.templates", message: message)])
  }
}
