import Tabular
import TakedownPipeline

extension FuzzTarget {
  /// A pipeline file is read or refused in words, and what it says is said again when printed.
  ///
  /// When the first byte is odd, the first two lines are the key and the value of an override.
  static let pipeline = FuzzTarget(name: "pipeline") { input in
    let hasOverride = input.choose([false, true])
    let overrides = hasOverride ? [(key: input.takeLine(), value: input.takeLine())] : []
    do throws(ConfigurationError) {
      let file = try PipelineFile.read(input.rest, name: "pipeline.json", overrides: overrides)
      check(file)
    } catch {
      require(!error.problems.isEmpty, "an error without a problem")
      require(error.problems.allSatisfy { !$0.message.isEmpty }, "a problem without words")
    }
  }

  private static func check(_ file: PipelineFile) {
    let text = file.withDefaults.prettyText
    do throws(ConfigurationError) {
      let again = try PipelineFile.read(Array(text.utf8), name: "pipeline.json")
      require(again == file, "printed and read again it says something else: \(text)")
      require(again.withDefaults.prettyText == text, "printed twice it differs: \(text)")
    } catch {
      fatalError("printed, it is refused: \(error)\n\(text)")
    }
  }
}
