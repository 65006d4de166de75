// libxml2's headers pull in ICU's, which clash with the copy inside Foundation. Only an opaque
// handler struct differs without them.
#include <errno.h>
#include <iconv.h>
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>

// A function with variable arguments cannot be written in Swift. Without this one, libxml2 prints
// what it cannot put into a structured error to standard error.
static inline void clibxml2_ignore_message(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

// Sets the calling thread's handlers: structured errors go to `handler`, other messages nowhere.
static inline void clibxml2_set_error_handlers(void *context, xmlStructuredErrorFunc handler) {
  xmlSetGenericErrorFunc(NULL, clibxml2_ignore_message);
  xmlSetStructuredErrorFunc(context, handler);
}

// The error of iconv is in errno, which Swift reaches through the C library only.
enum clibxml2_conversion {
  CLIBXML2_CONVERTED,
  CLIBXML2_OUTPUT_FULL,
  CLIBXML2_INCOMPLETE,
  CLIBXML2_INVALID
};

// A converter to UTF-8; NULL for an encoding that is not known.
static inline iconv_t clibxml2_open_converter(const char *encoding) {
  iconv_t converter = iconv_open("UTF-8", encoding);
  return converter == (iconv_t)-1 ? NULL : converter;
}

// Converts bytes as far as it goes, and says how many were taken and how many made; without input,
// gives what the converter holds back.
static inline enum clibxml2_conversion clibxml2_convert(
    iconv_t converter, const void *input, size_t length, size_t *consumed, void *output,
    size_t capacity, size_t *produced) {
  char *in = (char *)input;
  char *out = (char *)output;
  size_t in_left = length;
  size_t out_left = capacity;
  size_t result = iconv(converter, input ? &in : NULL, &in_left, &out, &out_left);
  int error = errno;
  *consumed = length - in_left;
  *produced = capacity - out_left;
  if (result != (size_t)-1) return CLIBXML2_CONVERTED;
  if (error == E2BIG) return CLIBXML2_OUTPUT_FULL;
  return error == EINVAL ? CLIBXML2_INCOMPLETE : CLIBXML2_INVALID;
}
