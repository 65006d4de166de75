// libxml2's headers pull in ICU's, which clash with the copy inside Foundation. Only an opaque
// handler struct differs without them.
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
