// Host names in their ASCII form, by IDNA 2008 and Unicode TR 46.
#include <idn2.h>
