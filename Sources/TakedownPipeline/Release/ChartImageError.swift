/// Why the charts could not be made into pictures.
package enum ChartImageError: Error, Hashable, CustomStringConvertible {
  case noCommand(String)
  case noFont(String)
  /// The command ended with a status other than 0.
  case failed(String, status: Int)

  package var description: String {
    let otherwise = "or set 'publish.png' to false in the pipeline file"
    return switch self {
    case .noCommand(let command):
      "no '\(command)' on the PATH to make PNG of the charts with; install librsvg2-bin, \(otherwise)"
    case .noFont(let file):
      "no '\(file)' in the folders of fonts, for PNG of the charts; install fonts-liberation, \(otherwise)"
    case .failed(let path, let status):
      "\(path): rsvg-convert ended with \(status) and made no PNG; try it by hand, \(otherwise)"
    }
  }
}
