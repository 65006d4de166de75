package import TakedownModel

extension PipelineError {
  /// The code under which `check` reports it.
  package var code: FindingCode {
    switch self {
    case .noFiles, .noRegister: .missingFile
    case .uselessFile: .uselessFile
    case .sameFile: .repeatedFile
    case .otherChecksum: .wrongChecksum
    case .emptyField: .emptyField
    case .nothingLeft: .nothingLeft
    case .setting: .wrongSetting
    case .dateOrder: .dateOrder
    default: .unreadable
    }
  }
}
