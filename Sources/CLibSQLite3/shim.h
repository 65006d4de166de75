#include <sqlite3.h>

// The macro for "copy the text" is a cast that Swift does not see.
static inline int takedowns_bind_text(sqlite3_stmt *statement, int place, const char *text, int count) {
  return sqlite3_bind_text(statement, place, text, count, SQLITE_TRANSIENT);
}
