import Foundation
import Glibc
import TestSupport
import Testing

@testable import TakedownPipeline

struct FileErrorTests {
  static let codes: [Case<Int32, [String]>] = [
    Case("no space", ENOSPC, ["No space left", " bytes are left on its file system", "make room"]),
    Case("quota", EDQUOT, ["quota", " bytes are left on its file system", "raised"]),
    Case("hardware", EIO, ["Input/output error", "the system's log"]),
    Case("permission", EACCES, ["Permission denied", "who owns it"]),
    Case("read only", EROFS, ["Read-only", "can only be read"]),
    Case("too many files", EMFILE, ["Too many open files", "ulimit"]),
    Case("no file", ENOENT, ["No such file"]),
  ]

  @Test(arguments: codes)
  func `an error says the file, the operation and what to do`(code: Case<Int32, [String]>) {
    let path = FileManager.default.temporaryDirectory.path + "/records.csv"
    let error = FileError(code: code.input, operation: "write", path: path)
    #expect(error.description.hasPrefix("cannot write '"))
    #expect(error.description.contains("records.csv': "))
    for words in code.expected {
      #expect(error.description.contains(words), "\(error)")
    }
  }

  @Test func `what goes to no file system says nothing of its space`() {
    let error = FileError(code: ENOSPC, operation: "write", path: "standard output")
    #expect(error.reason == "No space left on device; make room where it goes")
  }

  @Test func `a pipe that is closed is told from other errors`() {
    #expect(FileError(code: EPIPE, operation: "write", path: "x").isBrokenPipe)
    #expect(!FileError(code: EIO, operation: "write", path: "x").isBrokenPipe)
  }
}
