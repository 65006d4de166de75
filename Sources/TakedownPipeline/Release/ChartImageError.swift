/// Why the charts could not be made into pictures.
package enum ChartImageError: Error, Hashable, CustomStringConvertible {
  case noCommand(String)
  case noFont(String)
  /// The command ended with a status other than 0, or told of an error.
  case failed(String, status: Int, words: String)

  package var description: String {
    let otherwise = "or set 'publish.png' to false in the pipeline file"
    return switch self {
    case .noCommand(let command):
      "no '\(command)' on the PATH to make PNG of the charts with; install librsvg2-bin, \(otherwise)"
    case .noFont(let file):
      "no '\(file)' in the folders of fonts, for PNG of the charts; install fonts-liberation, \(otherwise)"
    case .failed(let path, let status, let words):
      """
      \(path): rsvg-convert made no PNG that can be relied on (it ended with \(status) and said \
      '\(words.split(separator: "\n").first ?? "")'); try it by hand, \(otherwise)
      """
    }
  }
}
