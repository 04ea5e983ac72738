/* From what bubblewrap said to what its user can do. Private to exec/. */
#pragma once
#include <stddef.h>

void exec_sandbox_hint(const char *said, char *ret, size_t cap);
