import CLibXLSXWriter
import ReleaseModel

/// What a cell looks like in XLSX: no fill, no border, one letter.
enum XLSXStyle: Hashable {
  case title(isWrapped: Bool)
  case line(isWrapped: Bool)
  case link
  case header(isNumber: Bool)
  case text(isWrapped: Bool)
  case integer
  case decimal(Int)
  case date

  static func cell(_ kind: DataColumn.Kind, isWrapped: Bool) -> XLSXStyle {
    switch kind {
    case .text: .text(isWrapped: isWrapped)
    case .integer: .integer
    case .decimal(let decimals): .decimal(decimals)
    case .date: .date
    }
  }

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_name(format, "Arial")
    unsafe format_set_font_size(format, 11)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    switch self {
    case .title(let isWrapped):
      unsafe format_set_font_size(format, 16)
      unsafe format_set_bold(format)
      if isWrapped { unsafe format_set_text_wrap(format) }
    case .line(let isWrapped), .text(let isWrapped):
      if isWrapped { unsafe format_set_text_wrap(format) }
    case .link:
      unsafe format_set_font_color(format, 0x0563C1)
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    case .header(let isNumber):
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      if isNumber { unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    case .integer: unsafe setNumber(format, "#,##0")
    case .decimal(let decimals):
      let places = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
      unsafe setNumber(format, "#,##0" + places)
    case .date: unsafe format_set_num_format(format, "yyyy\\-mm\\-dd")
    }
  }

  private func setNumber(_ format: UnsafeMutablePointer<lxw_format>, _ pattern: String) {
    unsafe format_set_num_format(format, pattern)
    unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
  }
}
